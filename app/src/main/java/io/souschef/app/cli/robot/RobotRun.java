package io.souschef.app.cli.robot;

import io.souschef.app.Assembly;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.RobotOptions;
import io.souschef.app.cli.terminal.Interruption;
import io.souschef.app.cli.terminal.Signals;
import io.souschef.app.episode.EpisodeFolder;
import io.souschef.app.episode.EpisodeSummary;
import io.souschef.app.episode.RobotEpisode;
import io.souschef.app.episode.RobotReports;
import io.souschef.app.recording.Recorder;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.ros.RosRobot;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.SkillMapping;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.failure.InvalidInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One episode on a ROS 2 robot, from opening it to its last word, Ctrl-C included. */
@SuppressWarnings("try") // what is opened here works by being open
public final class RobotRun {

  private static final long LAST_WORDS_MS = 10_000;

  private final PlannerOptions options;
  private final Terms terms;
  private final RobotOptions robotOptions;
  private final PrintWriter out;
  private final PrintWriter err;

  public RobotRun(
      PlannerOptions options,
      Terms terms,
      RobotOptions robotOptions,
      PrintWriter out,
      PrintWriter err) {
    this.options = options;
    this.terms = terms;
    this.robotOptions = robotOptions;
    this.out = out;
    this.err = err;
  }

  /**
   * Plays it. The folder is made last, when nothing a user may have got wrong is left.
   *
   * @param record where it is recorded; null for nowhere
   */
  public EpisodeSummary play(
      Instruction instruction,
      User user,
      Supplier<EpisodeFolder> folder,
      Consumer<EpisodeEvent> listener,
      @Nullable Path record) {
    RobotConfig config = robotOptions.config();
    SkillLibrary library = runnable(config, options.library());
    RobotReports reports = new RobotReports();
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        Recorder recorder = Recorder.of(record, config);
        RosRobot robot =
            Assembly.robot(
                config,
                robotOptions.confirmation(out),
                event -> {
                  reports.accept(event);
                  tell(event);
                })) {
      EpisodePlanner planner = bound(options.planner(library, say, can, user, true), say, robot);
      EpisodeFolder files = folder.get();
      Signals.watch(robot::giveUp);
      long patienceMs = (long) (1000 * config.safety().giveUpS()) + LAST_WORDS_MS;
      try (Interruption interruption =
          new Interruption(() -> interrupted(robot), robot, patienceMs)) {
        if (robotOptions.isArmed()) {
          arm(robot);
        }
        return new RobotEpisode(planner, robot, reports, files)
            .play(instruction, about(config), recorder.andThen(listener));
      }
    }
  }

  /** A planner on the terms of the command line, which the robot understands. */
  EpisodePlanner bound(EpisodePlanner planner, UsefulnessScorer say, RosRobot robot) {
    return terms.around(planner, options.library(), say, robot.vocabulary());
  }

  /** Where it cannot be armed one sentence says why: the e-stop is pressed, the link is down. */
  static void arm(RosRobot robot) {
    try {
      robot.arm();
    } catch (IllegalStateException e) {
      throw new RobotException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The skills that this robot has commands for; the rest is said and never chosen.
   *
   * @throws InvalidInputException when a reference of its file means nothing for one of them
   */
  SkillLibrary runnable(RobotConfig config, SkillLibrary all) {
    SkillMapping mapping = SkillMapping.of(config);
    List<String> faults = mapping.faults(all.templates());
    if (!faults.isEmpty()) {
      throw new InvalidInputException(
          "Robot file '%s', %s%s"
              .formatted(
                  robotOptions.configName(),
                  faults.get(0),
                  faults.size() == 1
                      ? ""
                      : String.format(
                          Locale.ROOT,
                          "; `souschef doctor --robot-config` names %d more",
                          faults.size() - 1)));
    }
    SkillLibrary some = all.only(mapping::runs);
    Set<String> without = new TreeSet<>(all.actions());
    without.removeAll(some.actions());
    if (!without.isEmpty()) {
      out.println(
          "Left out, since the robot file has no commands for them: " + String.join(", ", without));
      out.flush();
    }
    return some;
  }

  private Map<String, String> about(RobotConfig config) {
    return new TreeMap<>(
        Map.of(
            "robot", robotOptions.configName(),
            "transport", config.connection().transport().name().toLowerCase(java.util.Locale.ROOT),
            "armed", Boolean.toString(robotOptions.isArmed())));
  }

  /** On Ctrl-C or SIGTERM: stops the robot and says what is not known to have stopped. */
  void interrupted(RosRobot robot) {
    RobotEvent.Stopped stopped = robot.stop(Signals.reason(), robotOptions.stopsAll());
    err.println(
        stopped.unconfirmed().isEmpty()
            ? "souschef: stopped"
            : "souschef: NOT confirmed as stopped: %s; it is canceled again and again, until Ctrl-C is pressed once more"
                .formatted(String.join(", ", stopped.unconfirmed())));
    err.flush();
  }

  /** Says every second what is not known of the robot's motion, and when it is. */
  void tell(RobotEvent event) {
    if (event instanceof RobotEvent.NotConfirmed open) {
      err.println(
          String.format(
              Locale.ROOT,
              "souschef: NOT confirmed as stopped for %.0f s: %s",
              open.forS(),
              open.unconfirmed()));
    } else if (event instanceof RobotEvent.StoppedLater later) {
      later
          .confirmed()
          .forEach(name -> err.println("souschef: %s has stopped now".formatted(name)));
      later
          .unconfirmed()
          .forEach(name -> err.println("souschef: given up, NOT confirmed as stopped: " + name));
    }
    err.flush();
  }
}
