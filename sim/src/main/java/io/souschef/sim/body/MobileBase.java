package io.souschef.sim.body;

import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.part.Body;
import java.util.List;
import java.util.Optional;

/** Drives the base step by step: turn, drive straight, turn. */
public final class MobileBase {

  private static final double M_PER_S = 0.9;
  private static final double M_PER_S2 = 1.0;
  private static final double RAD_PER_S = 1.8;
  private static final double RAD_PER_S2 = 4.0;

  /** Closer than this, the base creeps without turning first: it is omnidirectional. */
  private static final double SHUFFLE_M = 0.35;

  private final BulletWorld world;
  private final RobotBody body;
  private final Ticker ticker;

  public MobileBase(BulletWorld world, RobotBody body, Ticker ticker) {
    this.world = world;
    this.body = body;
    this.ticker = ticker;
  }

  /**
   * Drives through points and ends in the last one's heading.
   *
   * @return what stopped it; the base then stands where it touched
   */
  public Optional<Body> drive(List<BasePose> points) {
    BasePose last = points.get(points.size() - 1);
    Optional<Body> hit = Optional.empty();
    for (BasePose point : points) {
      BasePose here = body.base();
      double way = here.distanceTo(point);
      if (way > SHUFFLE_M && hit.isEmpty()) {
        hit = turn(Math.atan2(point.y() - here.y(), point.x() - here.x()));
      }
      if (way > 1e-4 && hit.isEmpty()) {
        BasePose turned = body.base();
        hit =
            glide(
                new BasePose(point.x(), point.y(), turned.yaw()),
                Ease.durationS(way, M_PER_S, M_PER_S2));
      }
    }
    return hit.isPresent() ? hit : turn(last.yaw());
  }

  private Optional<Body> turn(double heading) {
    BasePose here = body.base();
    double angle = Angles.wrap(heading - here.yaw());
    if (Math.abs(angle) < 1e-4) {
      return Optional.empty();
    }
    return glide(
        new BasePose(here.x(), here.y(), here.yaw() + angle),
        Ease.durationS(Math.abs(angle), RAD_PER_S, RAD_PER_S2));
  }

  private Optional<Body> glide(BasePose goal, double duration) {
    BasePose start = body.base();
    // What it leans against already must not keep it from driving away.
    Optional<Body> leaning = touchedHardThing(Optional.empty());
    for (double t = BulletWorld.STEP_S; ; t += BulletWorld.STEP_S) {
      double s = Ease.done(t / duration);
      body.stand(
          new BasePose(
              start.x() + s * (goal.x() - start.x()),
              start.y() + s * (goal.y() - start.y()),
              Angles.wrap(start.yaw() + s * (goal.yaw() - start.yaw()))));
      ticker.tick();
      Optional<Body> hit = touchedHardThing(leaning);
      if (hit.isPresent() || t >= duration) {
        return hit;
      }
    }
  }

  private Optional<Body> touchedHardThing(Optional<Body> expected) {
    return world
        .contacts()
        .touchedByAny(
            body::isOwn,
            other ->
                (other.role() == Body.Role.FIXED || other.role() == Body.Role.JOINTED)
                    && expected.filter(other::equals).isEmpty());
  }
}
