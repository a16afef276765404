package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chests of drawers. */
public final class Cabinets {

  private static final double GAP_M = 0.004;
  private static final double FAR_M = 1.15;

  /** From a chest's back to a drawer's: a box of 45 cm in a carcass of 60, as is usual. */
  private static final double BEHIND_DRAWER_M = 0.12;

  private static final Rgb STEEL = new Rgb(0x8D, 0x93, 0x99);
  private static final Rgb PLINTH = new Rgb(0x5C, 0x5A, 0x57);
  private static final Rgb TOP = new Rgb(0xC7, 0xBB, 0xA8);
  private static final Rgb WOOD = new Rgb(0xC9, 0xA2, 0x74);

  private static final double LEAST_DRAWER_M = 0.14;

  /** Free height that nothing in a drawer takes, so that it slides in, metres. */
  private static final double SPARE_ABOVE_M = 0.008;

  private Cabinets() {}

  /** A chest with one drawer for each place, the first on top. */
  public static Piece drawers(Measures m, List<String> places) {
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    double roof = m.heightM() - 0.04;
    double floor = 0.24;
    Sizes.atLeast(m.name(), "depth", m.depthM(), 0.4);
    Sizes.atLeast(m.name(), "width", m.widthM(), 0.3);
    double least = floor + 0.04 + LEAST_DRAWER_M * places.size();
    if (m.heightM() < least) {
      throw new IllegalArgumentException(
          "%s: %s drawers have no room in a height of %s m; make it at least %s m, or write fewer 'drawers'"
              .formatted(m.name(), places.size(), m.heightM(), Sizes.rounded(least)));
    }
    Workpiece work = new Workpiece(m);
    work.box("plinth", -x, -y, 0, x - 0.06, y, 0.1, PLINTH)
        .box("base", -x, -y, 0.1, x - 0.02, y, floor, m.color())
        .box("back", -x, -y, floor, -x + 0.02, y, roof, m.color())
        .box("right", -x + 0.02, -y, floor, x - 0.02, -y + 0.02, roof, m.color())
        .box("left", -x + 0.02, y - 0.02, floor, x - 0.02, y, roof, m.color())
        .box("top", -x, -y, roof, x, y, m.heightM(), TOP);
    double each = (roof - floor) / places.size();
    List<MovablePart> movable = new ArrayList<>();
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      // Below an open drawer a handle is reached only where there is room for an arm above it.
      double handle = i == 0 ? 0.7 : 0.3;
      Site site = drawer(m, places.get(i), roof - (i + 1) * each, each, handle);
      sites.add(site);
      site.door().ifPresent(movable::add);
    }
    return new Piece(work.furniture(movable), sites);
  }

  private static Site drawer(
      Measures m, String place, double low, double each, double handleShare) {
    double bar = low + each * handleShare;
    double x = m.depthM() / 2;
    double y = m.widthM() / 2 - 0.02 - GAP_M;
    double wall = 0.015;
    double bottom = low + 0.012;
    double rim = bottom + wall + each * 0.62;
    double back = -x + BEHIND_DRAWER_M;
    double front = x - 0.02 + GAP_M;
    Workpiece box = new Workpiece(named(m, place));
    box.box("bottom", back, -y, bottom, front, y, bottom + wall, WOOD)
        .box("back", back, -y, bottom + wall, back + wall, y, rim, WOOD)
        .box("right", back + wall, -y, bottom + wall, front, -y + wall, rim, WOOD)
        .box("left", back + wall, y - wall, bottom + wall, front, y, rim, WOOD)
        .box("front", front, -y - 0.02, low + GAP_M, front + 0.02, y + 0.02, low + each, m.color())
        .box("handle", front + 0.05, -0.09, bar - 0.01, front + 0.066, 0.09, bar + 0.01, STEEL)
        .box(
            "handle right",
            front + 0.02,
            -0.09,
            bar - 0.01,
            front + 0.05,
            -0.075,
            bar + 0.01,
            STEEL)
        .box("handle left", front + 0.02, 0.075, bar - 0.01, front + 0.05, 0.09, bar + 0.01, STEEL);
    // All the way out: on shorter slides the last of its floor would stay under the chest's top.
    double travel = x - back - wall;
    Joint joint =
        new Joint(
            Joint.Type.SLIDER, box.inMap(Pose.upright(0, 0, bottom, 0)), 0, travel, travel * 0.98);
    Pose handle = box.inMap(Pose.upright(front + 0.058, 0, bar, 0));
    MovablePart part = new MovablePart(place, joint, box.parts(), handle, 2.5);
    double length = front - back - wall;
    // Up to the chest's top or the next drawer, whichever hangs lower, and a little less.
    double clearance = Math.min(each * 0.85, each - (bottom + wall - low) - SPARE_ABOVE_M);
    Surface floor =
        box.surface((back + wall + front) / 2, 0, bottom + wall, length, 2 * (y - wall), clearance);
    Site closed =
        new Site(
            new Place(place, Place.Kind.CLOSABLE, floor.centre(), length, 2 * (y - wall)),
            List.of(floor),
            rim - bottom - wall,
            List.of(box.front(x, 0, 2 * y, FAR_M)),
            Optional.of(part));
    Pose opened = closed.surfacesAt(joint.open()).get(0).centre();
    return new Site(
        new Place(place, Place.Kind.CLOSABLE, opened, length, 2 * (y - wall)),
        closed.surfaces(),
        closed.rimM(),
        closed.standAreas(),
        closed.door());
  }

  private static Measures named(Measures m, String name) {
    return new Measures(name, m.frame(), m.depthM(), m.widthM(), m.heightM(), m.color());
  }
}
