package io.souschef.evaluation.episode;

import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.engine.EpisodeRunner;
import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.Phase;
import io.souschef.evaluation.run.RunSpec.Rates;
import io.souschef.evaluation.run.Timing;
import io.souschef.evaluation.task.Task;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.SayCanPlanner.Settings.Scores;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lets the planner work at tasks: with the ideal executor, then in the physics. One thread. */
public final class SayCanRunner implements EpisodeRunner {

  /**
   * What runners share.
   *
   * @param library the skills
   * @param tasks suite and id to task
   * @param configurations name to configuration
   * @param minds opens models
   * @param planners wires planners
   * @param worlds makes worlds
   * @param stepLimit skills run at most
   * @param rates which attempts are made
   * @param scores which candidates get a score
   */
  public record Setting(
      SkillLibrary library,
      Map<TaskName, Task> tasks,
      Map<String, Configuration> configurations,
      Mind.Factory minds,
      Planners planners,
      World.Factory worlds,
      int stepLimit,
      Rates rates,
      Scores scores) {}

  /** A task among all suites. */
  public record TaskName(String suite, String id) {}

  private final Setting setting;
  private final Rehearsal rehearsal;
  private @Nullable Configuration current;
  private @Nullable Mind mind;

  public SayCanRunner(Setting setting) {
    this.setting = setting;
    this.rehearsal = new Rehearsal(setting.library(), setting.worlds());
  }

  @Override
  public EpisodeResult run(EpisodeKey key) {
    Task task = setting.tasks().get(new TaskName(key.suite(), key.task()));
    Configuration configuration = setting.configurations().get(key.configuration());
    if (task == null || configuration == null) {
      throw new IllegalArgumentException("There is no episode %s".formatted(key));
    }
    Map<String, byte[]> files = new TreeMap<>();
    Optional<Tried> plan = Optional.empty();
    Optional<Tried> execution = Optional.empty();
    if (setting.rates().includesPlan()) {
      plan = Optional.of(attempt(key, task, configuration, World.Executor.IDEAL, files));
    }
    if (setting.rates().includesExecution()) {
      execution = Optional.of(attempt(key, task, configuration, World.Executor.PHYSICS, files));
    }
    return new EpisodeResult(
        new EpisodeRecord(
            key,
            task.family(),
            task.instruction(),
            plan.map(Tried::attempt),
            execution.map(Tried::attempt),
            plan.map(Tried::timing).orElse(Timing.ZERO),
            execution.map(Tried::timing).orElse(Timing.ZERO)),
        files);
  }

  private record Tried(Attempt attempt, Timing timing) {}

  private Tried attempt(
      EpisodeKey key,
      Task task,
      Configuration configuration,
      World.Executor executor,
      Map<String, byte[]> files) {
    Stopwatch stopwatch = new Stopwatch();
    Mind thinking = mind(configuration);
    thinking.say().forget();
    WatchedScorer say = new WatchedScorer(say(task, configuration, thinking));
    WatchedAffordance can = new WatchedAffordance(thinking.can());
    EpisodeMonitor monitor = new EpisodeMonitor(stopwatch);
    boolean ideal = executor == World.Executor.IDEAL;
    String name = key.attempt(ideal ? "plan" : "execution");
    EpisodeEvent.Ended ended;
    List<String> unmet;
    try (World world =
        stopwatch.time(Phase.WORLD, () -> setting.worlds().open(task, key.seed(), executor))) {
      EpisodePlanner planner =
          setting
              .planners()
              .of(
                  configuration,
                  new Mind(say, can),
                  new ScriptedUser(task.answers()),
                  new SayCanPlanner.Settings(
                      configuration.prompt(), setting.stepLimit(), setting.scores()));
      ended = planner.run(new Instruction(task.instruction()), world.robot(), about(key), monitor);
      say.rethrow();
      can.rethrow();
      unmet = world.unmet(monitor.hasAsked(), ended.outcome() == EpisodeEvent.Outcome.REFUSED);
      if (!Attempt.isSuccess(unmet.isEmpty(), ended.outcome())) {
        stopwatch
            .time(Phase.PICTURE, world::picture)
            .ifPresent(png -> files.put("pictures/" + name + ".png", png));
      }
    }
    files.put("traces/" + name + ".jsonl.gz", stopwatch.time(Phase.TRACE, monitor::trace));
    boolean goal = unmet.isEmpty();
    OptionalInt redundant =
        ideal && goal
            ? stopwatch.time(Phase.REDUNDANT, () -> redundant(task, key, monitor))
            : OptionalInt.empty();
    return new Tried(
        new Attempt(
            goal,
            unmet,
            ended.outcome(),
            ended.message(),
            monitor.steps(),
            redundant,
            task.isDisturbed(),
            monitor.robotTimeS()),
        stopwatch.timing());
  }

  /** What says which skill is useful: the model, or the plan that came with the task. */
  private static UsefulnessScorer say(Task task, Configuration configuration, Mind mind) {
    return configuration.llm().equals(Configuration.REFERENCE)
        ? new ReferenceScorer(task.referencePlans().get(0))
        : mind.say();
  }

  private OptionalInt redundant(Task task, EpisodeKey key, EpisodeMonitor monitor) {
    List<String> skills = monitor.steps().stream().map(Attempt.Step::skill).toList();
    return OptionalInt.of(rehearsal.redundant(task, key.seed(), skills));
  }

  private static Map<String, String> about(EpisodeKey key) {
    // Sorted, so that the same episode leaves the same trace.
    return new TreeMap<>(
        Map.of(
            "task", key.suite() + ":" + key.task(),
            "seed", Long.toString(key.seed()),
            "configuration", key.configuration()));
  }

  private Mind mind(Configuration configuration) {
    Mind open = mind;
    if (open == null || !configuration.equals(current)) {
      close();
      open = setting.minds().open(configuration);
      mind = open;
      current = configuration;
    }
    return open;
  }

  @Override
  public void close() {
    if (mind != null) {
      mind.close();
      mind = null;
    }
  }
}
