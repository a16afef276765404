package io.souschef.sim.behavior.handling;

import io.souschef.sim.behavior.motion.Driver;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.reach.Grasp;
import io.souschef.sim.behavior.reach.GraspCandidates;
import io.souschef.sim.behavior.reach.GripHeights;
import io.souschef.sim.behavior.reach.Reach;
import io.souschef.sim.behavior.reach.ReachPlanner;
import io.souschef.sim.behavior.reach.Stands;
import io.souschef.sim.behavior.reach.Support;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.HandPose;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.body.plan.ArmPlanner.Load;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Picks up an object of a kind that is known to be here. */
public final class PickUp implements Behavior {

  private static final List<Lift> LIFTS =
      List.of(
          new Lift(0.12, 0),
          new Lift(0.26, 0),
          new Lift(0.36, 0),
          new Lift(0.26, 0.05),
          new Lift(0.36, 0.05),
          new Lift(0.02, 0));

  /** How much wider than the thing the fingers open where it is tight, metres. */
  private static final double NARROW_M = 0.022;

  private static final double SIDE_BACK_M = 0.10;
  private static final double SIDE_LIFT_M = 0.05;

  @Override
  public String perform(Run run, GroundedSkill skill) {
    return pickUp(run, skill.object().orElse(""), object -> true);
  }

  /** Picks up an object of a kind that also passes a filter. */
  public static String pickUp(Run run, String kind, Predicate<ObservedObject> wanted) {
    return pickUp(run, kind, wanted, (grasp, pose) -> true, true);
  }

  /** As above, with a grasp that passes a filter too; it is given the thing's pose. */
  public static String pickUp(
      Run run, String kind, Predicate<ObservedObject> wanted, BiPredicate<Grasp, Pose> suits) {
    return pickUp(run, kind, wanted, suits, false);
  }

  /**
   * @param firmly whether nearly level grasps, which hold less well, are only for places where
   *     others do not get in
   */
  private static String pickUp(
      Run run,
      String kind,
      Predicate<ObservedObject> wanted,
      BiPredicate<Grasp, Pose> suits,
      boolean firmly) {
    requireEmptyHand(run);
    ObservedObject seen = choose(run, kind, wanted);
    run.phase("looking", 0.1);
    new Looker(run).lookAt(seen.pose());
    ObservedObject target = Support.onSurface(run, again(run, seen));
    Thing thing =
        run.recognise(target).orElseThrow(() -> notFound("The %s is not there".formatted(kind)));
    if (GraspCandidates.narrowest(thing.kind().shape(), target.pose()) > RobotModel.MAX_GRASP_M) {
      throw SkillEnd.failed(
          FailureReason.TOO_WIDE,
          String.format(
              Locale.ROOT,
              "The %s is wider than the hand opens, %.2f m",
              kind,
              RobotModel.MAX_GRASP_M));
    }
    run.phase("driving up", 0.2);
    boolean low =
        target.place().flatMap(run.kitchen()::site).filter(GripHeights::isLow).isPresent();
    Planned planned =
        plan(run, target, thing, firmly && !low ? suits.and(PickUp::holdsWell) : suits);
    return new Gripping(run).grip(planned, target.pose(), thing);
  }

  /** Fails when the hand holds something. */
  public static void requireEmptyHand(Run run) {
    run.robot()
        .held()
        .ifPresent(
            held -> {
              throw SkillEnd.failed(
                  FailureReason.HAND_FULL, "The hand already holds the " + held.body().id());
            });
  }

  /**
   * A way to grip.
   *
   * @param openM how far the fingers open before it, metres
   */
  record Planned(Reach reach, Grasp grasp, double openM) {}

  /**
   * How a thing leaves its spot.
   *
   * @param upM how high it is lifted, metres
   * @param backM how far it comes towards the base meanwhile, away from a wall behind it, metres
   */
  private record Lift(double upM, double backM) {}

  public static ObservedObject choose(Run run, String kind, Predicate<ObservedObject> wanted) {
    List<ObservedObject> known = run.observe().objectsOf(kind).filter(wanted).toList();
    if (known.isEmpty()) {
      throw notFound("No %s has been seen".formatted(kind));
    }
    Pose base = run.robot().base().pose();
    ObservedObject best =
        known.stream()
            .filter(object -> Access.isHere(run, object))
            .min(
                Comparator.<ObservedObject>comparingInt(object -> isDelivered(run, object) ? 1 : 0)
                    .thenComparing(object -> object.visible() ? 0 : 1)
                    .thenComparing(object -> object.pose().floorDistanceTo(base)))
            .orElseThrow(
                () ->
                    SkillEnd.failed(
                        FailureReason.UNREACHABLE,
                        "The %s is %s, too far from here"
                            .formatted(
                                kind,
                                known.get(0).place().map(p -> "at the " + p).orElse("elsewhere"))));
    best.place().ifPresent(place -> Access.requireOpen(run, place));
    return best;
  }

  public static ObservedObject again(Run run, ObservedObject seen) {
    return run.observe()
        .objectsOf(seen.kind())
        .filter(object -> object.id().equals(seen.id()) || near(object, seen))
        .min(Comparator.comparingDouble(object -> object.pose().distanceTo(seen.pose())))
        .orElseThrow(() -> notFound("The %s is no longer where it was".formatted(seen.kind())));
  }

  private static boolean near(ObservedObject a, ObservedObject b) {
    return a.pose().distanceTo(b.pose()) < 0.3;
  }

  private static Planned plan(
      Run run, ObservedObject target, Thing thing, BiPredicate<Grasp, Pose> suits) {
    Driver driver = new Driver(run);
    ReachPlanner planner = new ReachPlanner(run.planner());
    List<BasePose> stands = stands(run, driver, target);
    boolean pathBlocked = false;
    GripHeights heights = GripHeights.of(run.kitchen());
    for (int i = 0; i < Grasp.RANKS; i++) {
      int rank = i;
      BiPredicate<Grasp, Pose> ranked = suits.and((grasp, pose) -> grasp.rank(heights) == rank);
      for (BasePose stand : stands) {
        Optional<Planned> planned = plan(planner, stand, target.pose(), thing, ranked);
        if (planned.isPresent()) {
          if (driver.tryDrive(stand)) {
            return planned.get();
          }
          pathBlocked = true;
        }
      }
    }
    String what = target.kind();
    if (pathBlocked) {
      throw SkillEnd.failed(
          FailureReason.BLOCKED_PATH, "The way to the %s is blocked".formatted(what));
    }
    if (!planner.wasWithinReach()) {
      throw SkillEnd.failed(
          FailureReason.UNREACHABLE, "The %s is out of the arm's reach".formatted(what));
    }
    throw SkillEnd.failed(
        FailureReason.BLOCKED_GRASP,
        "The hand cannot get at the %s: the %s is in the way"
            .formatted(what, planner.obstacle().map(Object::toString).orElse("furniture")));
  }

  public static List<BasePose> stands(Run run, Driver driver, ObservedObject target) {
    BasePose here = run.robot().base();
    Optional<Site> site = target.place().flatMap(name -> run.kitchen().site(name));
    return site.isPresent()
        ? Stands.at(site.get(), Frames.position(target.pose()), here, driver.grid())
        : Stands.around(Frames.position(target.pose()), here, driver.grid());
  }

  private static Optional<Planned> plan(
      ReachPlanner planner,
      BasePose stand,
      Pose pose,
      Thing thing,
      BiPredicate<Grasp, Pose> suits) {
    double towards = Math.atan2(pose.y() - stand.y(), pose.x() - stand.x());
    List<Grasp> grasps =
        GraspCandidates.of(thing.kind().shape(), pose, towards).stream()
            .filter(grasp -> suits.test(grasp, pose))
            .toList();
    return plan(planner, stand, pose, thing, grasps, false)
        .or(() -> plan(planner, stand, pose, thing, grasps, true));
  }

  private static Optional<Planned> plan(
      ReachPlanner planner,
      BasePose stand,
      Pose pose,
      Thing thing,
      List<Grasp> grasps,
      boolean narrow) {
    for (Grasp grasp : grasps) {
      double openM =
          narrow ? Math.min(RobotModel.OPEN_M, grasp.widthM() + NARROW_M) : RobotModel.OPEN_M;
      Pose inHand = Frames.compose(Frames.inverse(grasp.hand().pose()), pose);
      ReachPlanner.Hand hand =
          new ReachPlanner.Hand(
              Optional.empty(),
              openM,
              Optional.of(new Load(thing.kind().shape(), inHand)),
              grasp.widthM());
      for (Lift lift : LIFTS) {
        Optional<Reach> reach = planner.plan(stand, way(stand, grasp, lift), hand, thing.body());
        if (reach.isPresent()) {
          return Optional.of(new Planned(reach.get(), grasp, openM));
        }
        if (isLevel(grasp.approach())) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holdsWell(Grasp grasp, Pose pose) {
    return grasp.approach() != Grasp.Approach.SLANTED;
  }

  /** Whether a thing so held leaves and comes level, whatever the lift. */
  static boolean isLevel(Grasp.Approach approach) {
    return approach == Grasp.Approach.SIDE || approach == Grasp.Approach.SLANTED;
  }

  private static ReachPlanner.Way way(BasePose stand, Grasp grasp, Lift lift) {
    HandPose hand = grasp.hand();
    HandPose lifted = hand.raised(lift.upM()).towards(stand, lift.backM());
    return switch (grasp.approach()) {
      case TOP -> new ReachPlanner.Way(hand.raised(lift.upM()), hand, lifted);
      case STEEP, TILTED ->
          new ReachPlanner.Way(hand.backedOff(lift.upM() / Math.sin(-hand.pitch())), hand, lifted);
      case SLANTED, SIDE ->
          new ReachPlanner.Way(hand.backedOff(SIDE_BACK_M), hand, hand.raised(SIDE_LIFT_M));
    };
  }

  /** Whether the robot itself put it where it is. */
  public static boolean isDelivered(Run run, ObservedObject object) {
    return run.recognise(object).map(thing -> run.diary().hasDelivered(thing.id())).orElse(false);
  }

  private static SkillEnd notFound(String message) {
    return SkillEnd.failed(FailureReason.NOT_FOUND, message);
  }

  /** Whether a place holds people rather than things. */
  public static boolean isPerson(Site site) {
    return site.place().kind() == Place.Kind.PERSON;
  }
}
