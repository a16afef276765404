package io.souschef.sim.behavior.reach;

import io.souschef.sim.behavior.reach.Grasp.Approach;
import io.souschef.sim.body.Angles;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.shape.Extents;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Enumerates the ways to grip a solid, from above first. */
public final class GraspCandidates {

  private static final double CLEAR_M = 0.003;

  /** How much of the thing the fingers must at least overlap, metres. */
  private static final double LEAST_HOLD_M = 0.008;

  private static final double PALM_CLEAR_M = 0.012;
  private static final double MOST_ASKEW_RAD = Math.toRadians(95);
  private static final double[] ROUND_YAWS = {0, 0.45, -0.45, 0.9, -0.9, Math.PI / 2};

  private GraspCandidates() {}

  /**
   * Grasps that fit between the fingers.
   *
   * @param shape the thing's solid
   * @param pose where it is, map frame
   * @param towards direction from the mast to the thing, radians
   */
  public static List<Grasp> of(Shape shape, Pose pose, double towards) {
    List<Grasp> grasps = new ArrayList<>();
    for (Approach approach : Approach.values()) {
      List<Grasp> same = new ArrayList<>();
      for (double yaw : handYaws(shape, pose, towards)) {
        double askew = Math.abs(Angles.wrap(yaw - towards));
        if (approach == Approach.TOP || askew <= MOST_ASKEW_RAD) {
          add(same, approach, shape, pose, yaw);
        }
      }
      same.sort(
          Comparator.comparingDouble(grasp -> Math.abs(Angles.wrap(grasp.hand().yaw() - towards))));
      grasps.addAll(same);
    }
    return grasps;
  }

  /** The narrowest width across which the hand could grip at all, metres. */
  public static double narrowest(Shape shape, Pose pose) {
    return handYaws(shape, pose, 0).stream()
        .mapToDouble(yaw -> Extents.along(closing(yaw), shape, pose))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static void add(
      List<Grasp> grasps, Approach approach, Shape shape, Pose pose, double yaw) {
    double width = Extents.along(closing(yaw), shape, pose);
    if (width > RobotModel.MAX_GRASP_M) {
      return;
    }
    double top = Extents.top(shape, pose);
    double bottom = Extents.bottom(shape, pose);
    double lowest = bottom + lowestGrip(approach);
    double highest = top - highestGripBelowTop(approach);
    // Spheres slip out when not held at their equator; tall things are held above their middle.
    double wanted = Math.max(pose.z(), top - RobotModel.PALM_M + PALM_CLEAR_M);
    double z = Math.max(isFromAbove(approach) ? wanted : pose.z(), lowest);
    double tips = z - lowestGrip(approach) + CLEAR_M;
    if (z <= Math.max(highest, pose.z()) && tips < top - LEAST_HOLD_M) {
      HandPose hand = new HandPose(pose.x(), pose.y(), z, yaw, approach.pitch);
      grasps.add(new Grasp(approach, hand, width, z - bottom));
    }
  }

  /** How high over what the thing stands on the grip must be for the hand to fit. */
  private static double lowestGrip(Approach approach) {
    if (approach == Approach.SIDE) {
      return RobotModel.HALF_TUBE_M + CLEAR_M;
    }
    return RobotModel.TIP_M * Math.sin(-approach.pitch)
        + RobotModel.HALF_FINGER_M * Math.cos(approach.pitch)
        + CLEAR_M;
  }

  private static double highestGripBelowTop(Approach approach) {
    return approach == Approach.SIDE ? RobotModel.HALF_FINGER_M : -RobotModel.TIP_M;
  }

  private static boolean isFromAbove(Approach approach) {
    return approach == Approach.TOP || approach == Approach.STEEP;
  }

  private static List<Double> handYaws(Shape shape, Pose pose, double towards) {
    List<Double> yaws = new ArrayList<>();
    Vec3[] axes = Extents.axes(pose);
    boolean round =
        shape instanceof Shape.Sphere
            || (shape instanceof Shape.Cylinder && Math.abs(axes[2].z()) > 0.9);
    if (round) {
      for (double turn : ROUND_YAWS) {
        yaws.add(Angles.wrap(towards + turn));
      }
      return yaws;
    }
    if (shape instanceof Shape.Cylinder) {
      addAcross(yaws, new Vec3(-axes[2].y(), axes[2].x(), 0));
      return yaws;
    }
    for (Vec3 axis : axes) {
      if (Math.abs(axis.z()) < 0.35) {
        addAcross(yaws, axis);
      }
    }
    return yaws;
  }

  /** Both ways to hold the hand so that the fingers close along an axis. */
  private static void addAcross(List<Double> yaws, Vec3 axis) {
    double yaw = Math.atan2(axis.y(), axis.x());
    yaws.add(Angles.wrap(yaw - Math.PI / 2));
    yaws.add(Angles.wrap(yaw + Math.PI / 2));
  }

  private static Vec3 closing(double handYaw) {
    return new Vec3(-Math.sin(handYaw), Math.cos(handYaw), 0);
  }
}
