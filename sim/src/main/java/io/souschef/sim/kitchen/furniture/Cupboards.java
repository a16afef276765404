package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.skills.world.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Boxes with shelves: behind a door (fridges, cupboards, ovens) and open in front (bookcases). */
public final class Cupboards {

  private static final double WALL_M = 0.03;
  private static final double GAP_M = 0.004;
  private static final double BOARD_M = 0.015;
  private static final double FAR_M = 1.15;

  /** Least free height of a level: a hand needs it. */
  private static final double LEAST_LEVEL_M = 0.18;

  private static final double LEAST_DEPTH_M = 0.25;
  private static final double LEAST_WIDTH_M = 0.25;

  /** Beside a flap that is down, from its edge: a base has room there, and reaches over. */
  private static final double BESIDE_FLAP_M = 0.43;

  private static final double BESIDE_WIDTH_M = 0.2;

  private static final Rgb INSIDE = new Rgb(0xF6, 0xF7, 0xF8);
  private static final Rgb GLASS = new Rgb(0xD9, 0xE8, 0xEC);

  private Cupboards() {}

  /**
   * What is in a box.
   *
   * @param lowM height of its lowest floor over its foot, metres
   * @param levels floors on which things stand
   * @param frontM from its middle to the front edge of what it stands on or hangs over, metres;
   *     empty where the robot comes up to its own front
   */
  public record Inside(double lowM, int levels, OptionalDouble frontM) {}

  /**
   * A box with a door.
   *
   * @param doorKg mass of the door
   * @throws IllegalArgumentException when its measures leave no room
   */
  public static Piece closed(Measures m, Inside inside, Hinge hinge, double doorKg) {
    Workpiece work = carcass(m, inside, m.color());
    List<Surface> shelves = levels(m, inside, work, 0.06, 0.08);
    double x = m.depthM() / 2;
    MovablePart door =
        new DoorLeaf(m, x + GAP_M, m.widthM() / 2, inside.lowM() + GAP_M, doorKg).hung(hinge);
    Surface first = shelves.get(0);
    Place place =
        new Place(m.name(), Place.Kind.CLOSABLE, first.centre(), first.lengthM(), first.widthM());
    double edge = inside.frontM().orElse(x);
    List<StandArea> areas =
        hinge == Hinge.BELOW
            ? besideFlap(work, edge, m, inside.lowM())
            : List.of(work.front(edge, 0, m.widthM(), FAR_M));
    return new Piece(
        work.furniture(List.of(door)),
        List.of(new Site(place, shelves, 0, areas, Optional.of(door))));
  }

  /** A box that is open in front: a bookcase. */
  public static Piece open(Measures m, Inside inside) {
    Workpiece work = carcass(m, inside, m.color());
    List<Surface> shelves = levels(m, inside, work, 0.01, 0.03);
    Surface first = shelves.get(0);
    Place place =
        new Place(m.name(), Place.Kind.SURFACE, first.centre(), first.lengthM(), first.widthM());
    double edge = inside.frontM().orElse(m.depthM() / 2);
    List<StandArea> areas = List.of(work.front(edge, 0, m.widthM(), FAR_M));
    return new Piece(
        work.furniture(), List.of(new Site(place, shelves, 0, areas, Optional.empty())));
  }

  private static Workpiece carcass(Measures m, Inside inside, Rgb color) {
    requireRoom(m, inside);
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    double low = inside.lowM();
    double top = m.heightM() - WALL_M;
    return new Workpiece(m)
        .box("base", -x, -y, 0, x, y, low, color)
        .box("back", -x, -y, low, -x + WALL_M, y, m.heightM(), INSIDE)
        .box("right", -x + WALL_M, -y, low, x, -y + WALL_M, m.heightM(), color)
        .box("left", -x + WALL_M, y - WALL_M, low, x, y, m.heightM(), color)
        .box("roof", -x + WALL_M, -y + WALL_M, top, x, y - WALL_M, m.heightM(), color);
  }

  /** The floors from the top, with the boards between them. */
  private static List<Surface> levels(
      Measures m, Inside inside, Workpiece work, double boardBackM, double surfaceBackM) {
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    double low = inside.lowM();
    double top = m.heightM() - WALL_M;
    double each = (top - low) / inside.levels();
    double length = m.depthM() - WALL_M - surfaceBackM;
    double width = m.widthM() - 2 * WALL_M - 0.02;
    double centre = WALL_M / 2 - surfaceBackM / 2;
    List<Surface> floors = new ArrayList<>();
    double above = top;
    for (int i = inside.levels() - 1; i >= 0; i--) {
      double z = low + i * each;
      floors.add(work.surface(centre, 0, z, length, width, above - z));
      if (i > 0) {
        String id = inside.levels() == 2 ? "shelf" : "shelf" + i;
        work.box(
            id,
            -x + WALL_M,
            -y + WALL_M,
            z - BOARD_M,
            x - boardBackM,
            y - WALL_M,
            z,
            boardBackM > 0.05 ? GLASS : m.color());
      }
      above = z - BOARD_M;
    }
    return floors;
  }

  private static List<StandArea> besideFlap(Workpiece work, double edge, Measures m, double low) {
    double reach = DoorLeaf.flapReachM(m, low);
    double aside = m.widthM() / 2 + BESIDE_FLAP_M;
    return List.of(
        work.front(edge + reach - 0.05, 0, m.widthM(), FAR_M - 0.4),
        work.front(edge, aside, BESIDE_WIDTH_M, FAR_M),
        work.front(edge, -aside, BESIDE_WIDTH_M, FAR_M),
        // All around it: who stands on the edge of one of these is still there.
        work.front(edge, 0, m.widthM() + 1.2, FAR_M));
  }

  private static void requireRoom(Measures m, Inside inside) {
    double high = (m.heightM() - WALL_M - inside.lowM()) / inside.levels();
    if (high < LEAST_LEVEL_M) {
      throw new IllegalArgumentException(
          "%s: a lowest floor at %s m and %s levels leave no room in a height of %s m; each level needs %s m, so make it %s m high, or write fewer 'levels' or a lower 'floor'"
              .formatted(
                  m.name(),
                  inside.lowM(),
                  inside.levels(),
                  m.heightM(),
                  LEAST_LEVEL_M,
                  Sizes.rounded(inside.lowM() + inside.levels() * LEAST_LEVEL_M + WALL_M)));
    }
    Sizes.atLeast(m.name(), "depth", m.depthM(), LEAST_DEPTH_M);
    Sizes.atLeast(m.name(), "width", m.widthM(), LEAST_WIDTH_M);
  }
}
