package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Furniture with a free top: tables, counters, and the person with a small stand. */
public final class Tables {

  private static final double OPEN_ABOVE_M = 2;
  private static final double FAR_M = 0.72;
  private static final double EDGE_M = 0.04;
  private static final double HOB_M = 0.04;
  private static final double RING_M = 0.002;
  private static final double OVEN_FLOOR_M = 0.34;
  private static final double OVEN_DOOR_KG = 5;
  private static final Rgb HOB = new Rgb(0x2B, 0x2D, 0x31);
  private static final Rgb RING = new Rgb(0x55, 0x58, 0x5E);
  private static final Rgb FRONT = new Rgb(0xE9, 0xE6, 0xDF);
  private static final Rgb PLINTH = new Rgb(0x5C, 0x5A, 0x57);
  private static final Rgb SKIN = new Rgb(0xE2, 0xB4, 0x8F);
  private static final Rgb TROUSERS = new Rgb(0x3F, 0x4C, 0x6B);
  private static final Rgb STAND = new Rgb(0xB9, 0x8B, 0x5E);

  private Tables() {}

  /** A top on four legs, worked at from its front, its back and both ends. */
  public static Piece table(Measures m) {
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    Sizes.atLeast(m.name(), "depth", m.depthM(), 0.2);
    Sizes.atLeast(m.name(), "width", m.widthM(), 0.2);
    Sizes.atLeast(m.name(), "height", m.heightM(), 0.1);
    Workpiece work = new Workpiece(m);
    work.box("top", -x, -y, m.heightM() - EDGE_M, x, y, m.heightM(), m.color());
    double leg = 0.06;
    for (int side : new int[] {-1, 1}) {
      for (int end : new int[] {-1, 1}) {
        double lx = side * (x - leg);
        double ly = end * (y - leg);
        work.box(
            String.format(Locale.ROOT, "leg%+d%+d", side, end),
            lx - leg / 2,
            ly - leg / 2,
            0,
            lx + leg / 2,
            ly + leg / 2,
            m.heightM() - EDGE_M,
            m.color());
      }
    }
    List<StandArea> areas = new ArrayList<>();
    areas.add(work.front(x, 0, m.widthM(), FAR_M));
    areas.add(turned(m, Math.PI).front(x, 0, m.widthM(), FAR_M));
    areas.add(turned(m, Math.PI / 2).front(y, 0, m.depthM(), FAR_M));
    areas.add(turned(m, -Math.PI / 2).front(y, 0, m.depthM(), FAR_M));
    Surface top = work.surface(0, 0, m.heightM(), m.depthM(), m.widthM(), OPEN_ABOVE_M);
    return new Piece(work.furniture(), List.of(open(m.name(), Place.Kind.SURFACE, top, 0, areas)));
  }

  /**
   * A cupboard with a worktop, worked at from its front.
   *
   * @param from where the free part of the top begins, metres left of the middle (negative: right)
   * @param to where it ends
   */
  public static Piece counter(Measures m, double from, double to) {
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    Sizes.atLeast(m.name(), "depth", m.depthM(), 0.2);
    Sizes.atLeast(m.name(), "width", m.widthM(), 0.2);
    Sizes.atLeast(m.name(), "height", m.heightM(), 0.3);
    if (from >= to || from < -y - 1e-6 || to > y + 1e-6) {
      throw new IllegalArgumentException(
          "%s: 'free' must be two numbers from -%s to %s, the smaller first, got %s and %s"
              .formatted(m.name(), y, y, from, to));
    }
    Workpiece work = new Workpiece(m);
    work.box("plinth", -x, -y, 0, x - 0.06, y, 0.1, PLINTH)
        .box("cupboard", -x, -y, 0.1, x - 0.02, y, m.heightM() - EDGE_M, FRONT)
        .box("top", -x, -y, m.heightM() - EDGE_M, x, y, m.heightM(), m.color());
    Surface top =
        work.surface(0, (from + to) / 2, m.heightM(), m.depthM(), to - from, OPEN_ABOVE_M);
    List<StandArea> areas = List.of(work.front(x, (from + to) / 2, to - from, FAR_M));
    return new Piece(work.furniture(), List.of(open(m.name(), Place.Kind.SURFACE, top, 0, areas)));
  }

  /**
   * A stove: a top on which things stand, in the oven's own piece when it has one.
   *
   * @param oven what the oven is called; empty when there is none
   */
  public static Piece stove(Measures m, Optional<String> oven) {
    Measures top =
        new Measures(
            m.name(),
            Frames.compose(m.frame(), Pose.upright(0, 0, m.heightM() - HOB_M, 0)),
            m.depthM(),
            m.widthM(),
            HOB_M,
            HOB);
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    Workpiece hob = new Workpiece(top).box("hob", -x, -y, 0, x, y, HOB_M, HOB);
    double radius = Math.min(x, y) * 0.32;
    for (int side : new int[] {-1, 1}) {
      for (int end : new int[] {-1, 1}) {
        hob.cylinder(
            String.format(Locale.ROOT, "ring%+d%+d", side, end),
            side * x / 2,
            end * y / 2,
            HOB_M - RING_M,
            HOB_M,
            radius,
            RING);
      }
    }
    Surface surface = hob.surface(0, 0, HOB_M, m.depthM(), m.widthM(), OPEN_ABOVE_M);
    List<StandArea> areas = List.of(hob.front(x, 0, m.widthM(), FAR_M));
    Site site = open(m.name(), Place.Kind.SURFACE, surface, 0, areas);
    Measures below =
        new Measures(
            oven.orElse(m.name()),
            m.frame(),
            m.depthM(),
            m.widthM(),
            m.heightM() - HOB_M,
            m.color());
    Piece under =
        oven.isPresent()
            ? Cupboards.closed(
                below,
                new Cupboards.Inside(OVEN_FLOOR_M, 1, OptionalDouble.empty()),
                Hinge.BELOW,
                OVEN_DOOR_KG)
            : Rooms.block(below);
    List<Part> parts = new ArrayList<>(under.furniture().parts());
    parts.addAll(hob.parts());
    List<Site> sites = new ArrayList<>(under.sites());
    sites.add(0, site);
    return new Piece(new Furniture(m.name(), parts, under.furniture().movable()), sites);
  }

  /** A person, with a small stand at their left on which things are handed over. */
  public static Piece person(Measures m) {
    Workpiece work = new Workpiece(m);
    double tall = m.heightM();
    work.cylinder("legs", 0, 0, 0, 0.5 * tall, 0.13, TROUSERS)
        .cylinder("torso", 0, 0, 0.5 * tall, 0.84 * tall, 0.17, m.color())
        .cylinder("neck", 0, 0, 0.84 * tall, 0.88 * tall, 0.05, SKIN)
        .add("head", new Shape.Sphere(0.1), Pose.upright(0, 0, 0.88 * tall + 0.08, 0), SKIN);
    double side = 0.25;
    double left = 0.62;
    double high = 0.74;
    work.box("stand", -side, left - side, high - EDGE_M, side, left + side, high, STAND)
        .cylinder("stand post", 0, left, 0.03, high - EDGE_M, 0.035, PLINTH)
        .cylinder("stand foot", 0, left, 0, 0.03, 0.2, PLINTH);
    Surface top = work.surface(0, left, high, 2 * side, 2 * side, OPEN_ABOVE_M);
    List<StandArea> areas = List.of(work.front(side, left, 2 * side, FAR_M));
    return new Piece(work.furniture(), List.of(open(m.name(), Place.Kind.PERSON, top, 0, areas)));
  }

  /** A site that is always open, its place centred on the surface. */
  static Site open(
      String name, Place.Kind kind, Surface surface, double rimM, List<StandArea> areas) {
    Pose c = surface.centre();
    Pose pose = new Pose(c.x(), c.y(), c.z() + rimM, c.qx(), c.qy(), c.qz(), c.qw());
    Place place = new Place(name, kind, pose, surface.lengthM(), surface.widthM());
    return new Site(place, List.of(surface), rimM, areas, Optional.empty());
  }

  static Workpiece turned(Measures m, double yaw) {
    Pose frame = Frames.compose(m.frame(), Pose.upright(0, 0, 0, yaw));
    return new Workpiece(
        new Measures(m.name(), frame, m.depthM(), m.widthM(), m.heightM(), m.color()));
  }
}
