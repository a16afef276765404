package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.skills.world.Place;
import java.util.List;

/** Furniture to sit and lie on, where things are left. */
public final class Seats {

  private static final double OPEN_ABOVE_M = 2;
  private static final double FAR_M = 0.72;
  private static final double SEAT_M = 0.45;
  private static final double BACK_M = 0.2;
  private static final double ARM_M = 0.15;
  private static final double HEADBOARD_M = 0.06;
  private static final double HEADBOARD_UP_M = 0.4;
  private static final Rgb LINEN = new Rgb(0xF1, 0xEE, 0xE6);

  private Seats() {}

  /** A sofa or armchair: a seat between a back and two arms, come up to from its front. */
  public static Piece sofa(Measures m) {
    Sizes.atLeast(m.name(), "depth", m.depthM(), 0.5);
    Sizes.atLeast(m.name(), "width", m.widthM(), 0.7);
    Sizes.atLeast(m.name(), "height", m.heightM(), 0.5);
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    double seat = Math.min(SEAT_M, 0.6 * m.heightM());
    double arm = Math.min(m.heightM(), seat + 0.15);
    Workpiece work =
        new Workpiece(m)
            .box("seat", -x, -y, 0.08, x, y, seat, m.color())
            .box("back", -x, -y, seat, -x + BACK_M, y, m.heightM(), m.color())
            .box("right arm", -x + BACK_M, -y, seat, x, -y + ARM_M, arm, m.color())
            .box("left arm", -x + BACK_M, y - ARM_M, seat, x, y, arm, m.color());
    double width = m.widthM() - 2 * ARM_M - 0.02;
    Surface top =
        work.surface(BACK_M / 2, 0, seat, m.depthM() - BACK_M - 0.02, width, OPEN_ABOVE_M);
    List<StandArea> areas = List.of(work.front(x, 0, width, FAR_M));
    return new Piece(
        work.furniture(), List.of(Tables.open(m.name(), Place.Kind.SURFACE, top, 0, areas)));
  }

  /** A bed with its head at its back, come up to from its foot and both sides. */
  public static Piece bed(Measures m) {
    Sizes.atLeast(m.name(), "depth", m.depthM(), 1);
    Sizes.atLeast(m.name(), "width", m.widthM(), 0.6);
    Sizes.atLeast(m.name(), "height", m.heightM(), 0.2);
    double x = m.depthM() / 2;
    double y = m.widthM() / 2;
    Workpiece work =
        new Workpiece(m)
            .box("frame", -x, -y, 0.06, x, y, 0.5 * m.heightM(), m.color())
            .box("mattress", -x + HEADBOARD_M, -y, 0.5 * m.heightM(), x, y, m.heightM(), LINEN)
            .box(
                "head",
                -x,
                -y,
                0.5 * m.heightM(),
                -x + HEADBOARD_M,
                y,
                m.heightM() + HEADBOARD_UP_M,
                m.color());
    Surface top =
        work.surface(
            HEADBOARD_M / 2,
            0,
            m.heightM(),
            m.depthM() - HEADBOARD_M - 0.02,
            m.widthM() - 0.02,
            OPEN_ABOVE_M);
    List<StandArea> areas =
        List.of(
            Tables.turned(m, Math.PI / 2).front(y, 0, m.depthM(), FAR_M),
            Tables.turned(m, -Math.PI / 2).front(y, 0, m.depthM(), FAR_M),
            work.front(x, 0, m.widthM(), FAR_M));
    return new Piece(
        work.furniture(), List.of(Tables.open(m.name(), Place.Kind.SURFACE, top, 0, areas)));
  }
}
