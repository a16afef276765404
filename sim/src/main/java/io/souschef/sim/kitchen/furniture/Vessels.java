package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.List;

/** Furniture that is open from above: bins, sinks and fixed bowls. */
public final class Vessels {

  private static final double ABOVE_RIM_M = 0.05;
  private static final double FAR_M = 0.72;
  private static final Rgb STEEL = new Rgb(0xBF, 0xC6, 0xCC);
  private static final Rgb FRONT = new Rgb(0xE9, 0xE6, 0xDF);
  private static final Rgb PLINTH = new Rgb(0x5C, 0x5A, 0x57);

  private Vessels() {}

  /** An open bin on the floor. */
  public static Piece bin(Measures m) {
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    double wall = 0.02;
    Sizes.atLeast(m.name(), "depth", m.depthM(), 0.12);
    Sizes.atLeast(m.name(), "width", m.widthM(), 0.12);
    Sizes.atLeast(m.name(), "height", m.heightM(), 0.05);
    Workpiece work = new Workpiece(m);
    work.box("bottom", -x, -y, 0, x, y, wall, m.color());
    walls(work, x, y, wall, wall, m.heightM(), m.color());
    double rim = m.heightM() - wall;
    Surface floor =
        work.surface(0, 0, wall, m.depthM() - 2 * wall, m.widthM() - 2 * wall, rim + ABOVE_RIM_M);
    return new Piece(
        work.furniture(),
        List.of(
            Tables.open(
                m.name(),
                Place.Kind.BIN,
                floor,
                rim,
                List.of(work.front(x, 0, Math.max(m.widthM(), 0.5), FAR_M)))));
  }

  /**
   * An open container from which things are taken again: a basket, a box.
   *
   * @param frontM from its middle to the front edge of what it stands on, metres
   */
  public static Piece basket(Measures m, double frontM) {
    Piece piece = bin(m);
    Site bin = piece.sites().get(0);
    Surface floor = bin.surfaces().get(0);
    List<StandArea> areas =
        List.of(new Workpiece(m).front(frontM, 0, Math.max(m.widthM(), 0.5), FAR_M));
    Site site = Tables.open(m.name(), Place.Kind.BASIN, floor, bin.rimM(), areas);
    return new Piece(piece.furniture(), List.of(site));
  }

  /** A counter with a basin let into its top. */
  public static Piece sink(Measures m) {
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    double deep = 0.16;
    Sizes.atLeast(m.name(), "depth", m.depthM(), 0.4);
    Sizes.atLeast(m.name(), "width", m.widthM(), 0.45);
    Sizes.atLeast(m.name(), "height", m.heightM(), 0.4);
    double top = m.heightM();
    double bottom = top - deep;
    double bx = x - 0.09;
    double by = y - 0.13;
    Workpiece work = new Workpiece(m);
    work.box("plinth", -x, -y, 0, x - 0.06, y, 0.1, PLINTH)
        .box("cupboard", -x, -y, 0.1, x - 0.02, y, bottom - 0.02, FRONT)
        .box("basin", -bx, -by, bottom - 0.02, bx, by, bottom, STEEL)
        .box("back", -x, -y, bottom - 0.02, -bx, y, top, m.color())
        .box("panel", bx, -y, bottom - 0.02, x - 0.02, y, top - 0.04, FRONT)
        .box("front", bx, -y, top - 0.04, x, y, top, m.color())
        .box("right", -bx, -y, bottom - 0.02, bx, -by, top, m.color())
        .box("left", -bx, by, bottom - 0.02, bx, y, top, m.color())
        .cylinder("tap", -x + 0.045, 0, top, top + 0.18, 0.014, STEEL);
    Surface floor = work.surface(0, 0, bottom, 2 * bx, 2 * by, deep + ABOVE_RIM_M);
    return new Piece(
        work.furniture(),
        List.of(
            Tables.open(
                m.name(),
                Place.Kind.BASIN,
                floor,
                deep,
                List.of(work.front(x, 0, m.widthM(), FAR_M)))));
  }

  /**
   * A round bowl that stands fixed on other furniture.
   *
   * @param frontM distance from the bowl's middle to the front edge of what it stands on, metres
   */
  public static Piece bowl(Measures m, double frontM) {
    double radius = m.depthM() / 2;
    double wall = 0.012;
    int staves = 10;
    Workpiece work = new Workpiece(m);
    work.cylinder("bottom", 0, 0, 0, wall, radius, m.color());
    double chord = 2 * radius * Math.tan(Math.PI / staves) + wall / 2;
    for (int i = 0; i < staves; i++) {
      double angle = 2 * Math.PI * i / staves;
      work.add(
          "stave" + i,
          new Shape.Box(wall, chord, m.heightM() - wall),
          Pose.upright(
              radius * Math.cos(angle), radius * Math.sin(angle), (m.heightM() + wall) / 2, angle),
          m.color());
    }
    double inside = Math.sqrt(2) * (radius - wall);
    double rim = m.heightM() - wall;
    Surface floor = work.surface(0, 0, wall, inside, inside, rim + 2 * ABOVE_RIM_M);
    return new Piece(
        work.furniture(),
        List.of(
            Tables.open(
                m.name(),
                Place.Kind.BASIN,
                floor,
                rim,
                List.of(work.front(frontM, 0, 0.5, FAR_M)))));
  }

  /** Four upright walls around a rectangle. */
  static void walls(
      Workpiece work, double x, double y, double wall, double z0, double z1, Rgb color) {
    work.box("back", -x, -y, z0, -x + wall, y, z1, color)
        .box("front", x - wall, -y, z0, x, y, z1, color)
        .box("right", -x + wall, -y, z0, x - wall, -y + wall, z1, color)
        .box("left", -x + wall, y - wall, z0, x - wall, y, z1, color);
  }
}
