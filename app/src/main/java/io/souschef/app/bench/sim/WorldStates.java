package io.souschef.app.bench.sim;

import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneRandomizer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.physics.BulletWorld;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Steps a second of a bare world on one thread: the default kitchen, a robot, N free objects. */
final class WorldStates {

  private static final int KICK_EVERY = 60;

  /**
   * One state of the world.
   *
   * @param freeObjects loose bodies
   * @param state what the world did
   * @param steps steps that were timed
   * @param stepsPerSecond wall clock
   * @param timesRealTime simulated seconds in a second
   */
  record Row(
      int freeObjects, String state, int steps, double stepsPerSecond, double timesRealTime) {}

  private final Scene scene;
  private final int freeObjects;

  WorldStates(int freeObjects) {
    this.freeObjects = freeObjects;
    this.scene = scene(freeObjects);
  }

  /** The first random scene with exactly so many solid things; the seeds leave out some spills. */
  private static Scene scene(int count) {
    Kitchen kitchen = KitchenFile.standard();
    SceneRandomizer scenes =
        new SceneRandomizer(kitchen, new SceneRandomizer.Clutter(count, count + 4, 0, 0));
    return LongStream.range(1, 10_000)
        .mapToObj(scenes::scene)
        .filter(scene -> scene.objects().stream().filter(o -> !o.kind().isSpill()).count() == count)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    String.format(Locale.ROOT, "No random scene has %d things", count)));
  }

  /** Times each state for a number of steps. */
  List<Row> run(int steps) {
    List<Row> rows = new ArrayList<>();
    rows.add(time("awake", steps, new Stirred(scene)));
    rows.add(time("asleep, robot moving", steps, new Driving(scene)));
    rows.add(time("asleep, robot still", steps, new Sleeping(scene)));
    return rows;
  }

  private Row time(String state, int steps, Scenario scenario) {
    for (int i = 0; i < steps / 4; i++) {
      scenario.step(i);
    }
    long start = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      scenario.step(i);
    }
    double perSecond = steps / ((System.nanoTime() - start) / 1e9);
    return new Row(freeObjects, state, steps, perSecond, perSecond * BulletWorld.STEP_S);
  }

  private interface Scenario {
    void step(int index);
  }

  /** Nothing comes to rest: every object is pushed twice a second. */
  private static final class Stirred implements Scenario {
    private final KitchenWorld kitchen;
    private final SplittableRandom random = new SplittableRandom(1);

    Stirred(Scene scene) {
      kitchen = new KitchenWorld(scene);
      kitchen.bullet().settle(4);
    }

    @Override
    public void step(int index) {
      if (index % KICK_EVERY == 0) {
        for (Thing thing : kitchen.things()) {
          kitchen
              .bullet()
              .push(thing.body(), random.nextDouble(-0.2, 0.2), random.nextDouble(-0.2, 0.2), 0.3);
        }
      }
      kitchen.bullet().step();
    }
  }

  /** Everything rests. */
  private static final class Sleeping implements Scenario {
    private final BulletWorld world;

    Sleeping(Scene scene) {
      world = new KitchenWorld(scene).bullet();
      world.settle(6);
    }

    @Override
    public void step(int index) {
      world.step();
    }
  }

  /** Everything rests but the robot, all of whose links swing to and fro. */
  private static final class Driving implements Scenario {
    private static final double SWING_M = 0.1;
    private static final double PHASE_PER_STEP = 0.01;

    private final BulletWorld world;
    private final List<Body> links;
    private final List<Pose> poses;

    Driving(Scene scene) {
      world = new KitchenWorld(scene).bullet();
      links = new RobotBody(world, BasePose.of(scene.robotPose()), scene.robot().liftsKg()).links();
      world.settle(6);
      poses = links.stream().map(world::pose).toList();
    }

    @Override
    public void step(int index) {
      double shiftM = SWING_M * Math.sin(index * PHASE_PER_STEP);
      for (int i = 0; i < links.size(); i++) {
        Pose pose = poses.get(i);
        world.drive(
            links.get(i),
            new Pose(
                pose.x() + shiftM, pose.y(), pose.z(), pose.qx(), pose.qy(), pose.qz(), pose.qw()));
      }
      world.step();
    }
  }
}
