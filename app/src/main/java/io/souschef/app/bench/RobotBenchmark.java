package io.souschef.app.bench;

import io.souschef.app.Assembly;
import io.souschef.app.bench.measure.Measured;
import io.souschef.app.episode.RobotReports;
import io.souschef.app.episode.Stage;
import io.souschef.app.robot.RobotProcess;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.planner.Instruction;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.ros.RosRobot;
import io.souschef.ros.StepConfirmation;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.node.ClientFile;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.world.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Requests with the robot in this process, and in a process of its own behind each transport: the
 * same success, the same steps, and what the way to the robot costs a skill.
 */
@SuppressWarnings("try") // what is opened here works by being open
public final class RobotBenchmark {

  /** Where the robot is. */
  public enum Way {
    /** In this process. */
    HERE,
    ROSBRIDGE,
    DDS
  }

  /**
   * What came of the requests on one way.
   *
   * @param succeeded how many reached their goal
   * @param alike how many took the same steps with the same ends as in this process
   * @param skills how many were executed
   * @param whole from the start of a skill until what it did is perceived
   * @param own how much of it the robot itself took
   * @param overhead what is left, by skill
   * @param meanOverheadMs the same, on average
   */
  public record Row(
      Way way,
      int requests,
      int succeeded,
      int alike,
      int skills,
      Measured whole,
      Measured own,
      Measured overhead,
      double meanOverheadMs) {}

  /**
   * Everything.
   *
   * @param differences requests that went differently from this process, and how
   */
  public record Report(List<Row> rows, List<String> differences) {}

  /** Of this process, so that others on one machine are not heard. */
  private static final int DOMAIN = 2 + (int) (ProcessHandle.current().pid() % 98);

  private static final long SEED = 1;

  /** One request on one way. */
  private record Played(
      boolean goal, List<String> steps, List<Double> wholeMs, List<Double> ownMs) {}

  private final SayCanPlanner planner;
  private final UsefulnessScorer say;
  private final String suite;
  private final TaskReader reader = new TaskReader(KitchenFile.standard());
  private final List<String> differences = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param say the planner's, which forgets between two requests
   * @param suite of which the requests are
   */
  public RobotBenchmark(SayCanPlanner planner, UsefulnessScorer say, String suite) {
    this.planner = planner;
    this.say = say;
    this.suite = suite;
  }

  /**
   * Plays every request on every way.
   *
   * @param progress told of each one
   * @throws io.souschef.skills.execution.RobotException when a robot cannot be reached
   */
  public Report run(List<Task> tasks, List<Way> ways, Consumer<String> progress) {
    List<Played> here = tasks.stream().map(this::here).toList();
    List<Row> rows = new ArrayList<>();
    rows.add(row(Way.HERE, here, here));
    for (Way way : ways) {
      List<Played> there = there(tasks, way, progress);
      for (int i = 0; i < tasks.size(); i++) {
        compare(tasks.get(i), way, here.get(i), there.get(i));
      }
      rows.add(row(way, here, there));
    }
    return new Report(List.copyOf(rows), List.copyOf(differences));
  }

  static String word(Way way) {
    return way == Way.HERE ? "in this process" : way.name().toLowerCase(Locale.ROOT);
  }

  private void compare(Task task, Way way, Played here, Played there) {
    int same = 0;
    while (same < Math.min(here.steps().size(), there.steps().size())
        && here.steps().get(same).equals(there.steps().get(same))) {
      same++;
    }
    if (!here.steps().equals(there.steps())) {
      differences.add(
          String.format(
              Locale.ROOT,
              "%s, %s: step %d is '%s', in this process '%s'",
              word(way),
              task.id(),
              same + 1,
              step(there, same),
              step(here, same)));
    }
  }

  private static String step(Played played, int index) {
    return index < played.steps().size() ? played.steps().get(index) : "none";
  }

  private static Row row(Way way, List<Played> here, List<Played> there) {
    int alike = 0;
    List<Double> wholeMs = new ArrayList<>();
    List<Double> ownMs = new ArrayList<>();
    for (int i = 0; i < there.size(); i++) {
      alike += there.get(i).steps().equals(here.get(i).steps()) ? 1 : 0;
      wholeMs.addAll(there.get(i).wholeMs());
      ownMs.addAll(there.get(i).ownMs());
    }
    List<Double> overheadMs = new ArrayList<>();
    for (int i = 0; i < wholeMs.size(); i++) {
      overheadMs.add(wholeMs.get(i) - ownMs.get(i));
    }
    return new Row(
        way,
        there.size(),
        (int) there.stream().filter(Played::goal).count(),
        alike,
        wholeMs.size(),
        Measured.of(wholeMs),
        Measured.of(ownMs),
        Measured.of(overheadMs),
        overheadMs.stream().mapToDouble(Double::doubleValue).average().orElse(0));
  }

  private Played here(Task task) {
    try (Stage stage = Assembly.stage(reader.scene(task, SEED), SEED, false)) {
      TimedRobot robot = new TimedRobot(stage.robot());
      List<String> steps = play(task, robot);
      boolean goal = reader.goal(task).holds(stage.world().get());
      return new Played(goal, steps, robot.skillsMs(), robot.skillsMs());
    }
  }

  /** All requests on one way, with one robot's process. */
  private List<Played> there(List<Task> tasks, Way way, Consumer<String> progress) {
    Vocabulary vocabulary = reader.scene(tasks.get(0), SEED).kitchen().vocabulary();
    int port = RobotProcess.freePort();
    String names =
        tasks.stream().map(task -> suite + ":" + task.id()).collect(Collectors.joining(","));
    List<String> options =
        List.of(
            "--task=" + names,
            "--seed=" + SEED,
            "--transport=" + word(way),
            "--port=" + port,
            "--domain-id=" + DOMAIN);
    String url = way == Way.DDS ? "" : "ws://127.0.0.1:" + port;
    RobotConfig config =
        RobotConfig.parse("the benchmark", ClientFile.yaml(vocabulary, url, DOMAIN, ""));
    Path log = log();
    List<Played> all = new ArrayList<>();
    try (RobotProcess process = RobotProcess.start(options, log);
        RobotDesk desk = new RobotDesk(config)) {
      for (Task task : tasks) {
        Played played = there(task, config, desk);
        all.add(played);
        progress.accept(
            String.format(
                Locale.ROOT,
                "%s, %s: %s in %d skills",
                word(way),
                task.id(),
                played.goal() ? "succeeded" : "failed",
                played.wholeMs().size()));
      }
      return all;
    } finally {
      delete(log);
    }
  }

  private Played there(Task task, RobotConfig config, RobotDesk desk) {
    desk.awaitRested();
    TimedRobot timed;
    List<String> steps;
    try (RosRobot robot = Assembly.robot(config, StepConfirmation.NOT_NEEDED, new RobotReports())) {
      robot.arm();
      timed = new TimedRobot(robot);
      steps = play(task, timed);
    }
    List<Double> ownMs = desk.first(timed.skillsMs().size());
    return new Played(desk.next(), steps, timed.skillsMs(), ownMs);
  }

  private List<String> play(Task task, Robot robot) {
    List<String> steps = new ArrayList<>();
    say.forget();
    planner.run(
        new Instruction(task.instruction()),
        robot,
        Map.of(),
        event -> {
          if (event instanceof EpisodeEvent.SkillEnded ended) {
            steps.add(
                String.format(
                    Locale.ROOT,
                    "%s: %s, %.3f s",
                    ended.skill().text(),
                    ended.result().message(),
                    ended.result().durationS()));
          } else if (event instanceof EpisodeEvent.Ended ended
              && ended.outcome() != EpisodeEvent.Outcome.DONE) {
            steps.add(ended.message());
          }
        });
    return steps;
  }

  private static Path log() {
    try {
      return Files.createTempFile("souschef-robot", ".log");
    } catch (IOException e) {
      throw new UncheckedIOException("No file can be made for what the robot writes", e);
    }
  }

  private static void delete(Path log) {
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException("'%s' cannot be deleted".formatted(log), e);
    }
  }
}
