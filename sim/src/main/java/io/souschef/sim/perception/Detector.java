package io.souschef.sim.perception;

import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Stands for a trained object detector: recognises what can be seen, with errors. Immutable. */
public final class Detector {

  /** Share of a thing that must be seen for it to be recognised. */
  private static final double LEAST_SHARE = 0.25;

  private final SensorNoise noise;

  public Detector(SensorNoise noise) {
    this.noise = noise;
  }

  /**
   * Recognises things in one frame.
   *
   * @param sight what can be seen
   * @param truth every thing there is, the held one not among them
   * @param random drawn from equally often whatever is seen, so that frames stay comparable
   */
  public List<Detection> detect(Sight sight, List<WorldObject> truth, RandomGenerator random) {
    List<Detection> detections = new ArrayList<>();
    for (WorldObject object : truth) {
      double luck = random.nextDouble();
      Draws draws = Draws.from(random);
      double share = sight.visibleShare(object);
      // What is half hidden is missed more often.
      double missed = noise.missShare() * (share > 0.7 ? 1 : 4);
      if (share >= LEAST_SHARE && luck >= missed) {
        detections.add(detection(sight, object, share, draws));
      }
    }
    return detections;
  }

  /** Normal deviates for one thing. */
  private record Draws(double x, double y, double z, double yaw, double size) {

    static Draws from(RandomGenerator random) {
      return new Draws(
          random.nextGaussian(),
          random.nextGaussian(),
          random.nextGaussian(),
          random.nextGaussian(),
          random.nextGaussian());
    }
  }

  private Detection detection(Sight sight, WorldObject object, double share, Draws draws) {
    double distance = Frames.position(object.pose()).minus(sight.camera().eye()).length();
    double spread = noise.positionM() + noise.positionPerM() * distance;
    Pose turned =
        Frames.compose(Pose.upright(0, 0, 0, noise.yawRad() * draws.yaw), onlyTurn(object.pose()));
    Pose pose =
        new Pose(
            object.pose().x() + spread * draws.x,
            object.pose().y() + spread * draws.y,
            object.pose().z() + 0.5 * spread * draws.z,
            turned.qx(),
            turned.qy(),
            turned.qz(),
            turned.qw());
    double confidence = 0.55 + 0.44 * share - 0.03 * distance;
    double factor = 1 + noise.sizeShare() * Math.max(-2, Math.min(2, draws.size));
    return measured(object.kind().noun(), object.kind().shape(), pose, factor, confidence);
  }

  /** A detection of a shape at a pose, its extents taken from outside. */
  static Detection measured(String kind, Shape shape, Pose pose, double factor, double confidence) {
    double yaw = pose.yaw();
    double along = extent(shape, pose, new Vec3(Math.cos(yaw), Math.sin(yaw), 0));
    double across = extent(shape, pose, new Vec3(-Math.sin(yaw), Math.cos(yaw), 0));
    return new Detection(
        kind,
        pose,
        factor * Math.max(along, across),
        factor * Math.min(along, across),
        factor * extent(shape, pose, new Vec3(0, 0, 1)),
        Math.max(0.05, Math.min(1, confidence)));
  }

  private static double extent(Shape shape, Pose pose, Vec3 direction) {
    if (shape instanceof Shape.Sphere) {
      return shape.xM();
    }
    return Math.abs(Frames.rotate(pose, new Vec3(1, 0, 0)).dot(direction)) * shape.xM()
        + Math.abs(Frames.rotate(pose, new Vec3(0, 1, 0)).dot(direction)) * shape.yM()
        + Math.abs(Frames.rotate(pose, new Vec3(0, 0, 1)).dot(direction)) * shape.zM();
  }

  private static Pose onlyTurn(Pose pose) {
    return new Pose(0, 0, 0, pose.qx(), pose.qy(), pose.qz(), pose.qw());
  }
}
