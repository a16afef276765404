package io.souschef.sim.kitchen.shape;

import io.souschef.skills.world.Pose;

/** Moves points and poses between frames. A pose stands for the frame whose origin it is. */
public final class Frames {

  private Frames() {}

  /** A pose given in {@code frame}, expressed in the parent of {@code frame}. */
  public static Pose compose(Pose frame, Pose local) {
    Vec3 position = toParent(frame, new Vec3(local.x(), local.y(), local.z()));
    double w =
        frame.qw() * local.qw()
            - frame.qx() * local.qx()
            - frame.qy() * local.qy()
            - frame.qz() * local.qz();
    double x =
        frame.qw() * local.qx()
            + frame.qx() * local.qw()
            + frame.qy() * local.qz()
            - frame.qz() * local.qy();
    double y =
        frame.qw() * local.qy()
            - frame.qx() * local.qz()
            + frame.qy() * local.qw()
            + frame.qz() * local.qx();
    double z =
        frame.qw() * local.qz()
            + frame.qx() * local.qy()
            - frame.qy() * local.qx()
            + frame.qz() * local.qw();
    double norm = Math.sqrt(w * w + x * x + y * y + z * z);
    return new Pose(
        position.x(), position.y(), position.z(), x / norm, y / norm, z / norm, w / norm);
  }

  /** The parent frame, seen from {@code frame}. */
  public static Pose inverse(Pose frame) {
    Pose turned = new Pose(0, 0, 0, -frame.qx(), -frame.qy(), -frame.qz(), frame.qw());
    Vec3 origin = rotate(turned, position(frame)).times(-1);
    return new Pose(
        origin.x(), origin.y(), origin.z(), turned.qx(), turned.qy(), turned.qz(), turned.qw());
  }

  public static Vec3 position(Pose pose) {
    return new Vec3(pose.x(), pose.y(), pose.z());
  }

  /** A point of {@code frame}, in the frame's parent. */
  public static Vec3 toParent(Pose frame, Vec3 local) {
    return rotate(frame, local).plus(position(frame));
  }

  /** A point of the frame's parent, in {@code frame}. */
  public static Vec3 toLocal(Pose frame, Vec3 point) {
    Pose back = new Pose(0, 0, 0, -frame.qx(), -frame.qy(), -frame.qz(), frame.qw());
    return rotate(back, point.minus(position(frame)));
  }

  /** Turns a direction by the pose's orientation. */
  public static Vec3 rotate(Pose pose, Vec3 direction) {
    Vec3 axis = new Vec3(pose.qx(), pose.qy(), pose.qz());
    Vec3 twice = axis.cross(direction).times(2);
    return direction.plus(twice.times(pose.qw())).plus(axis.cross(twice));
  }
}
