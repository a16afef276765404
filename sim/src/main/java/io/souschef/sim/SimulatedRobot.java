package io.souschef.sim;

import io.souschef.sim.behavior.Behaviors;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Diary;
import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.Senses;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.kitchen.RobotTraits;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.RandomStream;
import io.souschef.sim.physics.part.MissingBodyException;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A mobile manipulator in a physical kitchen. The same scene, seed and skills give the same
 * results, bit for bit, whatever thread they run on.
 *
 * <p>Thread: as {@link Robot} says. A world that stops being physical throws {@link
 * io.souschef.sim.physics.part.PhysicsFault} out of {@link #execute}.
 */
public final class SimulatedRobot implements Robot {

  private static final double SETTLE_S = 4;

  private final Scene scene;
  private final FloorPlan floor;
  private final KitchenWorld kitchen;
  private final RobotBody body;
  private final Diary diary;
  private final Senses senses;
  private final RandomStream random;
  private final Disturbances disturbances;
  private final double bornS;
  private final Vocabulary vocabulary;
  private final Onlookers onlookers = new Onlookers();
  private volatile boolean cancelRequested;
  private volatile boolean stopped;
  private volatile boolean closed;
  private boolean running;

  /** Makes the senses of a robot in a world. */
  interface SensesMaker {
    Senses make(KitchenWorld kitchen, RobotBody body, Diary diary, RandomStream random);
  }

  /**
   * A robot at the start of a scene, after everything has settled.
   *
   * @param seed decides noise and slips
   */
  public SimulatedRobot(Scene scene, long seed) {
    this(scene, FloorPlan.of(scene.kitchen()), scene.robot(), seed);
  }

  /**
   * As {@link #SimulatedRobot(Scene, long)}, for many robots in one kitchen.
   *
   * @param floor of the scene's kitchen; share it
   * @param noise how good the camera is, whatever the scene says
   */
  public SimulatedRobot(Scene scene, FloorPlan floor, SensorNoise noise, long seed) {
    this(scene, floor, scene.robot().with(noise), seed);
  }

  private SimulatedRobot(Scene scene, FloorPlan floor, RobotTraits traits, long seed) {
    this(
        scene,
        floor,
        seed,
        (kitchen, body, diary, random) -> new RobotSenses(kitchen, body, diary, traits, random));
  }

  SimulatedRobot(Scene scene, FloorPlan floor, long seed, SensesMaker sensesMaker) {
    this.scene = scene;
    this.floor = floor;
    random = new RandomStream(seed);
    kitchen = new KitchenWorld(scene);
    body = new RobotBody(kitchen.bullet(), BasePose.of(scene.robotPose()), scene.robot().liftsKg());
    diary = new Diary(scene.robotAt());
    vocabulary = scene.kitchen().vocabulary();
    scene
        .held()
        .flatMap(kitchen::thing)
        .ifPresent(thing -> Behaviors.startHolding(kitchen, body, thing));
    kitchen.bullet().settle(SETTLE_S);
    bornS = kitchen.bullet().timeS();
    senses = sensesMaker.make(kitchen, body, diary, new RandomStream(random.nextLong()));
    disturbances =
        new Disturbances(
            scene.disturbances(), kitchen, body, diary, new RandomStream(random.nextLong()));
  }

  private SimulatedRobot(SimulatedRobot original) {
    scene = original.scene;
    floor = original.floor;
    random = original.random.copy();
    kitchen = original.kitchen.copy();
    body = original.body.copyIn(kitchen.bullet());
    diary = original.diary.copy();
    vocabulary = original.vocabulary;
    senses = original.senses.copyIn(kitchen, body, diary);
    disturbances = original.disturbances.copyIn(kitchen, body, diary);
    bornS = original.bornS;
    stopped = original.stopped;
    closed = original.closed;
  }

  /**
   * An independent robot in an independent world that goes on exactly like this one, for the
   * calling thread. Runs at full speed and has no snapshot listener.
   *
   * @throws IllegalStateException while a skill is running
   */
  public SimulatedRobot fork() {
    requireIdle();
    return new SimulatedRobot(this);
  }

  /** Sets how fast simulated time passes; {@link Pace#MAX} unless told otherwise. */
  public void setPace(Pace pace) {
    onlookers.setPace(pace);
  }

  /**
   * Sends what a picture shows to a listener, on the executing thread.
   *
   * @param everyS simulated seconds between two views
   */
  public void onSnapshot(double everyS, Consumer<SceneView> listener) {
    onlookers.onSnapshot(new Snapshots(everyS, listener));
  }

  /**
   * Has something done after every step of the world, on the executing thread: looking, waiting,
   * {@linkplain #meddling meddling}. Replaces what was set before.
   */
  public void onStep(Runnable listener) {
    onlookers.onStep(listener);
  }

  /** What a picture shows now. */
  public SceneView view() {
    return SceneViews.of(kitchen, body);
  }

  /** Of {@link #view} all that can move, appear and go: the robot, doors, drawers and things. */
  public List<PlacedShape> moving() {
    return SceneViews.moving(kitchen, body);
  }

  /** A person's hands in this kitchen. */
  public Meddling meddling() {
    return disturbances.meddling();
  }

  /** Robot time, seconds. */
  public double timeS() {
    return kitchen.bullet().timeS() - bornS;
  }

  /**
   * Lets things fall and roll while the robot stands still, until they lie or the time is over.
   *
   * @param longestS robot time at most, seconds
   */
  public void rest(double longestS) {
    requireIdle();
    for (double end = timeS() + longestS; timeS() < end && !kitchen.bullet().isAsleep(); ) {
      kitchen.bullet().step();
      onlookers.tell(kitchen.bullet().timeS(), this::view);
    }
  }

  /** Unlocks the emergency stop, as a person does at the robot. */
  public void releaseStop() {
    stopped = false;
  }

  /** How the body stands now. */
  public Posture posture() {
    return Posture.of(kitchen.bullet().timeS() - bornS, body);
  }

  /** The truth, for goals and reports. */
  public WorldState worldState() {
    return WorldStates.of(scene, kitchen, body, diary);
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public Observation observe() {
    requireIdle();
    return senses.observe();
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    requireIdle();
    KnownWords.require(vocabulary, skill);
    double start = kitchen.bullet().timeS();
    Optional<Behavior> behavior = Behaviors.of(skill.action());
    if (stopped || behavior.isEmpty()) {
      return new SkillResult.Failed(
          0,
          FailureReason.REJECTED,
          stopped
              ? "The emergency stop was pressed"
              : "This robot has no skill '%s'".formatted(skill.action()));
    }
    cancelRequested = false;
    running = true;
    disturbances.atSkill(skill.action());
    Run run =
        new Run(
            new Run.Parts(kitchen, body, floor, senses, random, diary),
            new SkillPulse(
                kitchen.bullet()::timeS,
                () -> disturbances.atTime(timeS()),
                onlookers,
                this::view,
                () -> cancelRequested || stopped,
                progress));
    try {
      String message = behavior.get().perform(run, skill);
      return new SkillResult.Succeeded(kitchen.bullet().timeS() - start, message);
    } catch (SkillEnd end) {
      double duration = kitchen.bullet().timeS() - start;
      return end.reason()
          .<SkillResult>map(reason -> new SkillResult.Failed(duration, reason, end.sentence()))
          .orElseGet(() -> new SkillResult.Canceled(duration, end.sentence()));
    } catch (MissingBodyException gone) {
      return new SkillResult.Failed(
          kitchen.bullet().timeS() - start,
          FailureReason.NOT_FOUND,
          "The %s was taken away".formatted(gone.id()));
    } finally {
      running = false;
    }
  }

  @Override
  public void cancel() {
    cancelRequested = true;
  }

  @Override
  public void emergencyStop() {
    stopped = true;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireIdle() {
    if (closed) {
      throw new IllegalStateException("The robot is closed");
    }
    if (running) {
      throw new IllegalStateException("A skill is running; wait for its end or cancel it");
    }
  }

  /** Time between two steps of the world, seconds. */
  public static double stepS() {
    return BulletWorld.STEP_S;
  }
}
