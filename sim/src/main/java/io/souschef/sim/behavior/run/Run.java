package io.souschef.sim.behavior.run;

import io.souschef.sim.body.Arm;
import io.souschef.sim.body.ArmPosture;
import io.souschef.sim.body.Gripper;
import io.souschef.sim.body.Held;
import io.souschef.sim.body.MobileBase;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.body.Ticker;
import io.souschef.sim.body.plan.ArmPlanner;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import java.util.Comparator;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One skill being executed: the body, the world, the senses, and the clock that ties them. */
public final class Run implements Ticker {

  /** Two sightings closer than this are of one object, metres. */
  private static final double SAME_M = 0.12;

  private final Parts parts;
  private final Pulse pulse;
  private final Arm arm;
  private final MobileBase base;
  private final Gripper gripper;
  private final ArmPlanner planner;
  private final double startS;
  private double nextReportS;
  private String phase = "starting";
  private double fraction;

  /**
   * What outlives a skill.
   *
   * @param kitchen the bodies
   * @param robot the robot among them
   * @param floor where the base can go
   * @param senses what is perceived and remembered
   * @param random decides slips
   * @param diary what the robot did so far
   */
  public record Parts(
      KitchenWorld kitchen,
      RobotBody robot,
      FloorPlan floor,
      Senses senses,
      RandomGenerator random,
      Diary diary) {}

  /** Called after every step of the world. */
  public interface Pulse {

    /** The world went on by one step; throws {@link SkillEnd} when the skill must end. */
    void afterStep();

    /** A sign of life. */
    void report(String phase, double fraction, double elapsedS);
  }

  public Run(Parts parts, Pulse pulse) {
    this.parts = parts;
    this.pulse = pulse;
    BulletWorld world = parts.kitchen().bullet();
    arm = new Arm(world, parts.robot(), this);
    base = new MobileBase(world, parts.robot(), this);
    gripper = new Gripper(world, parts.robot(), this);
    planner = new ArmPlanner(world);
    startS = world.timeS();
    nextReportS = startS;
  }

  @Override
  public void tick() {
    world().step();
    pulse.afterStep();
    if (world().timeS() >= nextReportS) {
      nextReportS = world().timeS() + 0.5;
      pulse.report(phase, fraction, elapsedS());
    }
  }

  /** Says what the body does now. */
  public void phase(String words, double done) {
    phase = words;
    fraction = done;
    nextReportS = world().timeS();
  }

  /** Robot time since the skill began, seconds. */
  public double elapsedS() {
    return world().timeS() - startS;
  }

  /** Lets time pass. */
  public void waitFor(double seconds) {
    for (int i = 0; i < seconds / BulletWorld.STEP_S; i++) {
      tick();
    }
  }

  public BulletWorld world() {
    return parts.kitchen().bullet();
  }

  public KitchenWorld kitchenWorld() {
    return parts.kitchen();
  }

  public Kitchen kitchen() {
    return parts.kitchen().kitchen();
  }

  public RobotBody robot() {
    return parts.robot();
  }

  public FloorPlan floor() {
    return parts.floor();
  }

  public Senses senses() {
    return parts.senses();
  }

  public Observation observe() {
    return parts.senses().observe();
  }

  public RandomGenerator random() {
    return parts.random();
  }

  public Diary diary() {
    return parts.diary();
  }

  public Arm arm() {
    return arm;
  }

  public MobileBase base() {
    return base;
  }

  public Gripper gripper() {
    return gripper;
  }

  public ArmPlanner planner() {
    return planner;
  }

  /** What the arm and what it holds would touch from here on the straight way between postures. */
  public Optional<Body> obstacleOnWay(ArmPosture from, ArmPosture to) {
    Optional<Held> held = robot().held();
    return planner.obstacleOnWay(
        robot().base(),
        from,
        to,
        robot().gapM(),
        held.map(thing -> new ArmPlanner.Load(thing.shape(), thing.inHand())),
        body -> held.filter(thing -> thing.body().equals(body)).isPresent());
  }

  /** The place whose working area the base stands in: the one it drove to, else the nearest. */
  public Optional<Site> siteHere() {
    return Whereabouts.site(kitchen(), robot().base(), diary());
  }

  /** Position of a place's door or drawer; 0 where there is none. */
  public double position(Site site) {
    return kitchenWorld().door(site.name()).map(kitchenWorld()::position).orElse(0.0);
  }

  /** Whether the base stands where it can work at a place. */
  public boolean isAt(Site site) {
    return site.isStoodAtFrom(robot().base().x(), robot().base().y());
  }

  /** The object that stands where one was perceived, as the hand's camera finds it. */
  public Optional<Thing> recognise(ObservedObject seen) {
    return kitchenWorld().things().stream()
        .filter(thing -> thing.kind().noun().equals(seen.kind()))
        .filter(thing -> robot().held().stream().noneMatch(h -> h.body().equals(thing.body())))
        .filter(thing -> distance(thing, seen) < SAME_M)
        .min(Comparator.comparingDouble(thing -> distance(thing, seen)));
  }

  private double distance(Thing thing, ObservedObject seen) {
    return world().pose(thing.body()).distanceTo(seen.pose());
  }

  /** The thing that has just been found in the hand. */
  public Thing thing(Held held) {
    return kitchenWorld().thing(held.body()).orElseThrow();
  }

  /** The named place. */
  public Site site(String name) {
    return kitchen()
        .site(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no place '%s' in kitchen '%s'".formatted(name, kitchen().name())));
  }
}
