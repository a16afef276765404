package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.skills.world.Pose;

/**
 * A door before a box, with a bar to take hold of.
 *
 * @param m the box
 * @param x its front, metres before the box's middle
 * @param halfM half its width, metres
 * @param lowM its lower edge over the box's foot, metres
 * @param massKg of all of it
 */
record DoorLeaf(Measures m, double x, double halfM, double lowM, double massKg) {

  private static final double THICK_M = 0.045;
  private static final double OFF_M = 0.03;
  private static final double BAR_M = 0.02;
  private static final double FROM_EDGE_M = 0.06;
  private static final double LONGEST_BAR_M = 0.4;
  private static final double BAR_AT_M = 0.25;

  /** A hand that comes level takes no bar whose middle is higher over the floor. */
  private static final double HIGHEST_BAR_M = 1.45;

  private static final double OPEN_RAD = 1.3;
  private static final double STOP_RAD = 1.32;
  private static final double DOWN_RAD = 1.5;

  /** Half the length of the level bar of a flap, at most. */
  private static final double HALF_LEVEL_BAR_M = 0.12;

  /** How far the bar of a flap is above its upper edge, so that fingers get around it when down. */
  private static final double OVER_EDGE_M = 0.035;

  private static final Rgb STEEL = new Rgb(0x8D, 0x93, 0x99);

  MovablePart hung(Hinge hinge) {
    return hinge == Hinge.BELOW ? flap() : swinging(hinge == Hinge.LEFT ? -1 : 1);
  }

  /**
   * A door on an upright axis.
   *
   * @param side of the box on which it hangs: 1 at its own left, which is to the right of one who
   *     stands before it, or -1
   */
  private MovablePart swinging(int side) {
    Workpiece leaf = new Workpiece(m);
    double tall = m.heightM() - lowM;
    double bar = Math.min(LONGEST_BAR_M, 0.5 * tall);
    double reachable = HIGHEST_BAR_M - m.frame().z() - lowM - bar / 2;
    double from = lowM + Math.max(0.03, Math.min(Math.min(BAR_AT_M, tall - bar - 0.04), reachable));
    double to = from + bar;
    double front = x + THICK_M;
    double grip = -side * (halfM - FROM_EDGE_M);
    double thin = 0.012;
    leaf.box("door", x, -halfM, lowM, front, halfM, m.heightM(), m.color())
        .box(
            "handle",
            front + OFF_M,
            grip - thin,
            from,
            front + OFF_M + BAR_M,
            grip + thin,
            to,
            STEEL)
        .box(
            "handle foot", front, grip - thin, from, front + OFF_M, grip + thin, from + 0.03, STEEL)
        .box("handle head", front, grip - thin, to - 0.03, front + OFF_M, grip + thin, to, STEEL);
    Pose axis = leaf.inMap(Pose.upright(x, side * halfM, lowM, 0));
    Joint joint =
        side < 0
            ? new Joint(Joint.Type.HINGE, axis, -STOP_RAD, 0, -OPEN_RAD)
            : new Joint(Joint.Type.HINGE, axis, 0, STOP_RAD, OPEN_RAD);
    Pose handle = leaf.inMap(Pose.upright(front + OFF_M + BAR_M / 2, grip, (from + to) / 2, 0));
    return new MovablePart(m.name(), joint, leaf.parts(), handle, massKg);
  }

  /** A door that comes down on a level axis at its lower edge. */
  private MovablePart flap() {
    Workpiece leaf = new Workpiece(m);
    double top = m.heightM() - 0.06;
    double front = x + THICK_M;
    double half = Math.min(HALF_LEVEL_BAR_M, halfM - FROM_EDGE_M);
    double bar = top + OVER_EDGE_M;
    double thin = 0.008;
    leaf.box("door", x, -halfM, lowM, front, halfM, top, m.color())
        .box(
            "handle",
            front + OFF_M,
            -half,
            bar - thin,
            front + OFF_M + 2 * thin,
            half,
            bar + thin,
            STEEL)
        .box("handle right", front, -half, top - 0.03, front + OFF_M, -half + 0.015, top, STEEL)
        .box("handle left", front, half - 0.015, top - 0.03, front + OFF_M, half, top, STEEL)
        .box(
            "handle right post",
            front + OFF_M,
            -half,
            top - 0.03,
            front + OFF_M + 2 * thin,
            -half + 0.015,
            bar - thin,
            STEEL)
        .box(
            "handle left post",
            front + OFF_M,
            half - 0.015,
            top - 0.03,
            front + OFF_M + 2 * thin,
            half,
            bar - thin,
            STEEL);
    Pose axis = leaf.inMap(Pose.upright(x, 0, lowM, 0));
    Joint joint = new Joint(Joint.Type.FLAP, axis, 0, Math.PI / 2, DOWN_RAD);
    Pose handle = leaf.inMap(Pose.upright(front + OFF_M + thin, 0, bar, 0));
    return new MovablePart(m.name(), joint, leaf.parts(), handle, massKg);
  }

  /** How far a flap that is down reaches before the box, metres. */
  static double flapReachM(Measures m, double lowM) {
    return m.heightM() - 0.06 + OVER_EDGE_M - lowM;
  }
}
