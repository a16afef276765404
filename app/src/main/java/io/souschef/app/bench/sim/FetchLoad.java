package io.souschef.app.bench.sim;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A robot that searches, drives, grasps, brings and puts down, in a kitchen with 27 objects. */
final class FetchLoad {

  static final int OBJECTS = 27;

  private static final String SCENE =
      """
      robot: {at: user}
      objects:
        - {kind: coke, at: table}
        - {kind: pepsi, at: table}
        - {kind: apple, at: table, count: 2}
        - {kind: orange, at: table}
        - {kind: rice chips, at: table}
        - {kind: mug, at: table}
        - {kind: sponge, at: table}
        - {kind: tea, at: far counter}
        - {kind: redbull, at: far counter, count: 2}
        - {kind: banana, at: far counter}
        - {kind: energy bar, at: far counter}
        - {kind: water bottle, at: far counter}
        - {kind: multigrain chips, at: far counter}
        - {kind: lime soda, at: close counter, count: 2}
        - {kind: 7up, at: close counter}
        - {kind: dish soap, at: close counter}
        - {kind: kettle chips, at: close counter}
        - {kind: candy, at: close counter}
        - {kind: spoon, at: top drawer}
        - {kind: fork, at: top drawer}
        - {kind: chocolate bar, at: bottom drawer}
        - {kind: paper towel, at: bottom drawer}
        - {kind: sprite, at: fridge, count: 2}
      """;

  private static final List<String> PLAN =
      List.of("find a coke", "pick up the coke", "bring it to you", "put down the coke");

  /**
   * How long it took.
   *
   * @param tasks fetch tasks, all threads together
   * @param simulatedS robot time of all of them, seconds
   * @param wallS seconds
   * @param cpuS seconds of processor time of the threads that stepped
   */
  record Timing(int tasks, double simulatedS, double wallS, double cpuS) {

    public double timesRealTime() {
      return simulatedS / wallS;
    }

    public double timesRealTimePerCpu() {
      return simulatedS / cpuS;
    }
  }

  private record Work(double simulatedS, double cpuS) {}

  private final Kitchen kitchen = KitchenFile.standard();
  private final FloorPlan floor = FloorPlan.of(kitchen);
  private final SkillLibrary library = SkillLibrary.standard();

  /** Runs tasks on each of some threads. */
  Timing run(int threads, int tasksEach) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<Work>> works = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        works.add(executor.submit(() -> work(tasksEach)));
      }
      double simulatedS = 0;
      double cpuS = 0;
      for (Future<Work> work : works) {
        simulatedS += work.get().simulatedS();
        cpuS += work.get().cpuS();
      }
      return new Timing(threads * tasksEach, simulatedS, (System.nanoTime() - start) / 1e9, cpuS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The benchmark was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The fetch task broke", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private Work work(int tasks) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long cpu = clock.getCurrentThreadCpuTime();
    double simulatedS = 0;
    for (int seed = 1; seed <= tasks; seed++) {
      simulatedS += fetch(seed);
    }
    return new Work(simulatedS, (clock.getCurrentThreadCpuTime() - cpu) / 1e9);
  }

  /** Robot time of one task, seconds. */
  private double fetch(long seed) {
    Scene scene = new SceneReader(kitchen).parse("bench scene", SCENE, seed);
    try (SimulatedRobot robot = new SimulatedRobot(scene, floor, SensorNoise.NONE, seed)) {
      for (String text : PLAN) {
        GroundedSkill skill =
            library
                .parse(text, robot.vocabulary(), robot.observe())
                .orElseThrow(() -> new IllegalStateException("No skill '" + text + "'"));
        SkillResult result = robot.execute(skill, progress -> {});
        if (!result.succeeded()) {
          throw new IllegalStateException(
              String.format(Locale.ROOT, "'%s' with seed %d: %s", text, seed, result));
        }
      }
      return robot.observe().timeS();
    }
  }
}
