package io.souschef.app.bench;

import io.souschef.evaluation.episode.KitchenWorlds;
import io.souschef.evaluation.episode.World;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.planner.Instruction;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How long a robot stands and waits between two skills, planned skill by skill: with decisions made
 * when they are due, and with decisions that were prepared while it moved.
 */
public final class ThinkingBenchmark {

  /** How long every skill takes on the wall clock: half of what a robot's take on average. */
  private static final long SKILL_MS = 5_000;

  /**
   * One way to decide.
   *
   * @param way "when due" or "while moving"
   * @param decisions between two skills
   * @param meanMs mean wait, milliseconds
   * @param p95Ms 95th percentile, milliseconds
   * @param prepared decisions that were prepared
   * @param used of those, how many could be used
   */
  public record Row(
      String way, int decisions, double meanMs, double p95Ms, int prepared, int used) {

    /** As a line for people. */
    public String line() {
      return String.format(
          Locale.ROOT,
          "%-12s %3d decisions, the robot waits %6.1f ms on average, p95 %6.1f ms; %d prepared, %d"
              + " used",
          way,
          decisions,
          meanMs,
          p95Ms,
          prepared,
          used);
    }
  }

  /** What was measured. */
  public record Report(List<Row> rows) {
    public Report {
      rows = List.copyOf(rows);
    }
  }

  /** Measures over tasks with the ideal executor, both ways by turns. */
  public Report run(
      List<Task> tasks,
      UsefulnessScorer say,
      AffordanceFunction can,
      SayCanPlanner.Settings settings) {
    Tally due = new Tally();
    Tally moving = new Tally();
    for (Task task : tasks) {
      play(task, say, can, settings, false, due);
      play(task, say, can, settings, true, moving);
    }
    return new Report(List.of(due.row("when due"), moving.row("while moving")));
  }

  private static void play(
      Task task,
      UsefulnessScorer say,
      AffordanceFunction can,
      SayCanPlanner.Settings settings,
      boolean thinkAhead,
      Tally tally) {
    say.forget();
    try (World world =
        new KitchenWorlds(new TaskReader(KitchenFile.standard()))
            .open(task, 1, World.Executor.IDEAL)) {
      new SayCanPlanner(
              SkillLibrary.standard(),
              say,
              can,
              new SayCanPlanner.Settings(
                  settings.style(), settings.stepLimit(), settings.scores(), thinkAhead),
              System::nanoTime)
          .run(
              new Instruction(task.instruction()),
              new Waiting(world.robot(), tally),
              Map.of(),
              tally);
    }
  }

  /** What is counted. */
  private static final class Tally implements Consumer<EpisodeEvent> {
    private final List<Double> waitsMs = new ArrayList<>();
    private int prepared;
    private int used;

    @Override
    public void accept(EpisodeEvent event) {
      if (event instanceof EpisodeEvent.ThoughtAhead thought) {
        prepared++;
        used += thought.used() ? 1 : 0;
      }
    }

    Row row(String way) {
      List<Double> sorted = waitsMs.stream().sorted().toList();
      return new Row(
          way,
          sorted.size(),
          sorted.stream().mapToDouble(ms -> ms).average().orElse(0),
          sorted.isEmpty() ? 0 : sorted.get((int) (0.95 * (sorted.size() - 1))),
          prepared,
          used);
    }
  }

  /** A robot that takes its time for a skill, and notes how long it stood still before the next. */
  private static final class Waiting extends ForwardingRobot {
    private final Tally tally;
    private long stoodSince;

    Waiting(Robot robot, Tally tally) {
      super(robot);
      this.tally = tally;
    }

    @Override
    public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
      if (stoodSince != 0) {
        tally.waitsMs.add((System.nanoTime() - stoodSince) / 1e6);
      }
      SkillResult result = super.execute(skill, progress);
      try {
        Thread.sleep(SKILL_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      stoodSince = System.nanoTime();
      return result;
    }
  }
}
