package io.souschef.sim.kitchen.shape;

import io.souschef.skills.world.Pose;

/**
 * How a door or drawer moves. Position 0 is closed.
 *
 * @param type hinge, flap or slider
 * @param frame map frame; a hinge turns about the z axis through its origin (counter-clockwise
 *     positive), a flap about its y axis, so that what stands comes down towards x, a slider moves
 *     along its x axis
 * @param lower lowest position, radians or metres
 * @param upper highest position, radians or metres
 * @param open the position that counts as fully open, one of the limits or near it
 */
public record Joint(Type type, Pose frame, double lower, double upper, double open) {

  /** What the joint's position measures. */
  public enum Type {
    /** Radians about z. */
    HINGE,
    /** Radians about y. */
    FLAP,
    /** Metres along x. */
    SLIDER
  }

  public Joint {
    if (!(lower < upper && lower <= open && open <= upper && lower <= 0 && upper >= 0)) {
      throw new IllegalArgumentException(
          "A joint needs lower <= 0 <= upper and open between them, got %s, %s, %s"
              .formatted(lower, upper, open));
    }
  }

  /** The motion, in the map frame, that takes a closed part to where it is at {@code position}. */
  public Pose motion(double position) {
    Pose step =
        switch (type) {
          case HINGE -> Pose.upright(0, 0, 0, position);
          case FLAP -> new Pose(0, 0, 0, 0, Math.sin(position / 2), 0, Math.cos(position / 2));
          case SLIDER -> Pose.upright(position, 0, 0, 0);
        };
    return Frames.compose(Frames.compose(frame, step), Frames.inverse(frame));
  }

  /** Whether things can go in and come out: at least two thirds of the way. */
  public boolean isOpen(double position) {
    return position / open > 0.66;
  }
}
