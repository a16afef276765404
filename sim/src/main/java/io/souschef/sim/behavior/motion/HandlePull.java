package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.reach.Grasp;
import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Angles;
import io.souschef.sim.body.ArmKinematics;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.Ease;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Door;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Grips a handle and leads it along the way its joint allows. */
public final class HandlePull {

  private static final int POINTS = 40;
  private static final int STEPS_EACH = 8;

  /** How much of the path is given back where something jams. */
  private static final int POINTS_BACK = 3;

  /** Wide enough for the bar, narrow enough for the space behind it. */
  private static final double OPEN_M = 0.044;

  /** How far the hand stays back before it takes the handle; less under a drawer that is open. */
  private static final double[] BACK_M = {0.09, 0.05};

  private static final int TRIES = 4;
  private static final double ABOVE_BAR_M = 0.008;
  private static final double REST_S = 0.3;

  private static final double[] ALL_THE_WAY = {1};
  private static final double[] SHARES = {1, 0.85};

  private final Run run;
  private final Site site;
  private final Door door;
  private final boolean slides;
  private final boolean levelBar;
  private final Set<Way> refused = new HashSet<>();

  /** A way to take the handle, to be told from others. */
  private record Way(BasePose base, Hold hold, double backM) {}

  private record Plan(Way way, ArmPosture approach, List<ArmPosture> path, ArmPosture away) {

    BasePose base() {
      return way.base();
    }
  }

  public HandlePull(Run run, Site site, Door door) {
    this.run = run;
    this.site = site;
    this.door = door;
    slides = door.part().joint().type() == Joint.Type.SLIDER;
    levelBar = door.part().joint().type() != Joint.Type.HINGE;
  }

  /**
   * Moves the joint to a position: radians or metres. A way on which the arm meets something that
   * was not foreseen is given up for the next.
   *
   * @return what kept it from getting there; the handle is then let go where it is
   */
  public Optional<Body> pull(double goal) {
    Plan plan = plan(run.kitchenWorld().position(door), goal);
    Optional<Body> hit = take(plan);
    for (int i = 1; i < TRIES && hit.isPresent(); i++) {
      refused.add(plan.way());
      plan = plan(run.kitchenWorld().position(door), goal);
      hit = take(plan);
    }
    if (hit.isPresent()) {
      throw SkillEnd.failed(FailureReason.BLOCKED_GRASP, "The arm met the " + hit.get());
    }
    return lead(plan);
  }

  /** Brings the open hand around the handle; back again where it meets something. */
  private Optional<Body> take(Plan plan) {
    ArmPosture entry = plan.approach().withExtension(0);
    run.gripper().spreadTo(OPEN_M);
    new Driver(run).stow();
    run.arm().moveTo(ReachPlanner.stowed(entry), 1, body -> true);
    Optional<Body> hit =
        run.arm()
            .moveTo(entry, 1, body -> false)
            .or(() -> run.arm().moveTo(plan.approach(), 1, body -> false))
            .or(() -> run.arm().moveTo(plan.path().get(0), 1.6, door.body()::equals));
    hit.ifPresent(body -> back(plan.approach()));
    return hit;
  }

  private Optional<Body> lead(Plan plan) {
    run.phase("moving the handle", 0.5);
    run.gripper().closeOn(door.body());
    Pose handle = door.part().handleAt(run.kitchenWorld().position(door));
    var hook = run.robot().hook(door.body(), handle);
    Optional<Body> hit = run.arm().lead(plan.path(), STEPS_EACH, door.body());
    boolean jammed = hit.filter(body -> body.role() == Body.Role.LOOSE).isPresent();
    if (jammed) {
      run.arm().follow(wayBack(plan), STEPS_EACH, door.body()::equals);
    }
    run.waitFor(REST_S);
    run.world().joints().release(hook);
    run.gripper().spreadTo(OPEN_M);
    back(jammed ? awayFromHere(plan).orElse(plan.away()) : plan.away());
    return hit;
  }

  private Optional<ArmPosture> awayFromHere(Plan plan) {
    return ArmKinematics.inverse(plan.base(), run.robot().hand().backedOff(plan.way().backM()));
  }

  /** A little of the path backwards from where the hand is, so that nothing stays squeezed. */
  private List<ArmPosture> wayBack(Plan plan) {
    HandPose here = run.robot().hand();
    List<ArmPosture> path = plan.path();
    int at =
        IntStream.range(0, path.size())
            .boxed()
            .min(
                Comparator.comparingDouble(
                    i ->
                        ArmKinematics.forward(plan.base(), path.get(i))
                            .pose()
                            .distanceTo(here.pose())))
            .orElse(0);
    List<ArmPosture> back = new ArrayList<>(path.subList(Math.max(0, at - POINTS_BACK), at));
    Collections.reverse(back);
    return back;
  }

  private void back(ArmPosture away) {
    run.arm().moveTo(away, 1, body -> true);
    run.arm().moveTo(away.withExtension(0), 1, body -> true);
    new Driver(run).stow();
    run.gripper().open();
  }

  private Plan plan(double from, double goal) {
    Driver driver = new Driver(run);
    boolean inReach = false;
    Optional<Body> obstacle = Optional.empty();
    List<Way> ways = ways(new HandleStands(run, site, door).from(from, driver.grid()));
    List<Plan> tight = new ArrayList<>();
    for (double share : goal == 0 ? ALL_THE_WAY : SHARES) {
      double to = from + share * (goal - from);
      Predicate<Plan> leaves = goal == 0 ? plan -> true : leaves(to);
      for (Way way : ways) {
        Optional<Plan> plan = path(way, from, to);
        if (plan.isEmpty()) {
          continue;
        }
        inReach = true;
        Optional<Body> hit = obstacle(plan.get());
        if (hit.isPresent()) {
          obstacle = hit;
        } else if (!leaves.test(plan.get())) {
          tight.add(plan.get());
        } else if (driver.tryDrive(way.base())) {
          return plan.get();
        }
      }
    }
    // The hand may brush the door on its way back: better than not at all.
    for (Plan plan : tight) {
      if (driver.tryDrive(plan.base())) {
        return plan;
      }
    }
    throw SkillEnd.failed(
        inReach ? FailureReason.BLOCKED_GRASP : FailureReason.UNREACHABLE,
        "The hand cannot lead the handle of the %s%s"
            .formatted(site.name(), obstacle.map(": the %s is in the way"::formatted).orElse("")));
  }

  /** Whether the hand gets back over the base when the door or drawer is where it was led. */
  private Predicate<Plan> leaves(double to) {
    Afterwards afterwards = new Afterwards(run, door, to);
    return plan -> afterwards.isFree(plan.base(), plan.away(), OPEN_M);
  }

  /** Ways that were not given up, those from nearby first. */
  private List<Way> ways(List<BasePose> stands) {
    List<Way> ways = new ArrayList<>();
    for (BasePose stand : stands) {
      for (Hold hold : Hold.on(levelBar)) {
        for (double back : BACK_M) {
          ways.add(new Way(stand, hold, back));
        }
      }
    }
    ways.removeAll(refused);
    return ways;
  }

  private Optional<Plan> path(Way way, double from, double to) {
    BasePose base = way.base();
    Hold hold = way.hold();
    List<ArmPosture> path = new ArrayList<>();
    HandPose first = hand(base, from, hold);
    HandPose last = first;
    for (int i = 0; i <= POINTS; i++) {
      last = hand(base, from + Ease.done((double) i / POINTS) * (to - from), hold);
      Optional<ArmPosture> posture = ArmKinematics.inverse(base, last);
      if (posture.isEmpty()) {
        return Optional.empty();
      }
      path.add(posture.get());
    }
    Optional<ArmPosture> approach = ArmKinematics.inverse(base, first.backedOff(way.backM()));
    Optional<ArmPosture> away = ArmKinematics.inverse(base, last.backedOff(way.backM()));
    return approach.isPresent() && away.isPresent()
        ? Optional.of(new Plan(way, approach.get(), path, away.get()))
        : Optional.empty();
  }

  /** The hand on the handle at a position of the joint. */
  private HandPose hand(BasePose base, double position, Hold hold) {
    Pose handle = door.part().handleAt(position);
    if (!levelBar) {
      double lag = -hold.lag() * position / Math.abs(door.part().joint().open());
      double yaw = Angles.wrap(handle.yaw() + Math.PI + lag);
      return new HandPose(handle.x(), handle.y(), handle.z(), yaw, hold.pitch());
    }
    double towards = Math.atan2(handle.y() - base.y(), handle.x() - base.x());
    // Of a flap that has come down there is no yaw; its bar stays as level as it was.
    double across = door.part().handle().yaw() + hold.side() * Math.PI / 2;
    boolean down = Grasp.Approach.of(hold.pitch()) == Grasp.Approach.TOP;
    boolean turned = down && Math.abs(Angles.wrap(across - towards)) > Math.PI / 2;
    return new HandPose(
        handle.x(),
        handle.y(),
        handle.z() + ABOVE_BAR_M,
        Angles.wrap(turned ? across + Math.PI : across),
        hold.pitch());
  }

  private Optional<Body> obstacle(Plan plan) {
    // What lies in a drawer goes along with it and with the hand.
    Contents contents = new Contents(run, site, door);
    Predicate<Body> moving =
        body ->
            body.equals(door.body())
                || (slides && body.role() == Body.Role.LOOSE && contents.holds(body));
    Predicate<Body> none = body -> false;
    ArmPosture entry = plan.approach().withExtension(0);
    Optional<Body> hit =
        run.planner().obstacle(plan.base(), plan.path().get(0), OPEN_M, Optional.empty(), none);
    for (int i = 0; i < plan.path().size() && hit.isEmpty(); i += 4) {
      hit =
          run.planner().obstacle(plan.base(), plan.path().get(i), OPEN_M, Optional.empty(), moving);
    }
    ArmPosture stowed = ReachPlanner.stowed(entry);
    ArmPosture last = plan.path().get(plan.path().size() - 1);
    ArmPosture out = plan.away().withExtension(0);
    BasePose base = plan.base();
    return hit.or(() -> onWay(base, stowed, entry, none))
        .or(() -> onWay(base, entry, plan.approach(), none))
        .or(() -> onWay(base, plan.approach(), plan.path().get(0), none))
        .or(() -> onWay(base, last, plan.away(), moving))
        .or(() -> onWay(base, plan.away(), out, moving))
        .or(() -> onWay(base, out, ReachPlanner.stowed(out), moving));
  }

  private Optional<Body> onWay(
      BasePose base, ArmPosture from, ArmPosture to, Predicate<Body> ignored) {
    return run.planner().obstacleOnWay(base, from, to, OPEN_M, Optional.empty(), ignored);
  }
}
