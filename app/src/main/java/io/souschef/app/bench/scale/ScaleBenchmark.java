package io.souschef.app.bench.scale;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.MachineException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What grows how: homes up to 300 things and some 20,000 skills, runs up to 10,000 episodes. */
public final class ScaleBenchmark {

  private static final List<BigHome> HOMES =
      List.of(
          new BigHome(5, 20, 20),
          new BigHome(12, 60, 60),
          new BigHome(25, 120, 150),
          new BigHome(50, 400, 300));
  private static final List<Integer> EPISODES = List.of(100, 1_000, 10_000);
  private static final List<Integer> WORKERS = List.of(1, 2, 4, 16);
  private static final int SPREAD = 200;
  private static final int EXECUTORS = 4;

  private final Path launcher;

  /**
   * All of it.
   *
   * @param homes from small to big
   * @param runs with more episodes, then with more workers
   */
  public record Report(List<HomeGrowth.Row> homes, List<RunGrowth.Row> runs) {
    public Report {
      homes = List.copyOf(homes);
      runs = List.copyOf(runs);
    }
  }

  /**
   * A benchmark.
   *
   * @param launcher the program {@code souschef}, built already
   */
  public ScaleBenchmark(Path launcher) {
    this.launcher = launcher;
  }

  /**
   * Measures; some ten minutes on a quiet machine.
   *
   * @param say on the calling thread alone
   * @param can on the calling thread alone
   * @param progress told a line for each row
   * @throws MachineException when an evaluation cannot be run here
   */
  public Report run(
      SkillLibrary library,
      UsefulnessScorer say,
      AffordanceFunction can,
      Consumer<String> progress) {
    HomeGrowth growth = new HomeGrowth(library, say, can);
    growth.row(HOMES.get(1)); // what the virtual machine has not seen yet is slow
    List<HomeGrowth.Row> homes = new ArrayList<>();
    for (BigHome home : HOMES) {
      HomeGrowth.Row row = growth.row(home);
      homes.add(row);
      progress.accept(ScaleTables.line(row));
    }
    List<RunGrowth.Row> runs = new ArrayList<>();
    RunGrowth evaluation = new RunGrowth(launcher);
    try {
      for (int episodes : EPISODES) {
        add(runs, evaluation.threads(episodes, 2), progress);
      }
      for (int workers : WORKERS) {
        add(runs, evaluation.threads(SPREAD, workers), progress);
      }
      add(runs, evaluation.spark(SPREAD, EXECUTORS), progress);
    } catch (IOException e) {
      throw new MachineException(
          "An evaluation cannot be measured with '%s': %s".formatted(launcher, e.getMessage()), e);
    }
    return new Report(homes, runs);
  }

  private static void add(List<RunGrowth.Row> rows, RunGrowth.Row row, Consumer<String> progress) {
    rows.add(row);
    progress.accept(ScaleTables.line(row));
  }
}
