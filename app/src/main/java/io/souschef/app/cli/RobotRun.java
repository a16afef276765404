package io.souschef.app.cli;

import io.souschef.app.Assembly;
import io.souschef.app.episode.EpisodeFolder;
import io.souschef.app.episode.EpisodeSummary;
import io.souschef.app.episode.RobotEpisode;
import io.souschef.app.episode.RobotReports;
import io.souschef.planner.Instruction;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.rosbridge.RosRobot;
import io.souschef.rosbridge.config.RobotConfig;
import io.souschef.rosbridge.event.RobotEvent;
import io.souschef.skills.SkillLibrary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One episode on a ROS 2 robot, from opening it to its last word, Ctrl-C included. */
final class RobotRun {

  private static final long LAST_WORDS_S = 5;

  private final PlannerOptions options;
  private final RobotOptions robotOptions;
  private final PrintWriter out;
  private final PrintWriter err;

  RobotRun(PlannerOptions options, RobotOptions robotOptions, PrintWriter out, PrintWriter err) {
    this.options = options;
    this.robotOptions = robotOptions;
    this.out = out;
    this.err = err;
  }

  /** The folder is made last, when nothing a user may have got wrong is left. */
  EpisodeSummary play(Instruction instruction, Path folder, Consumer<EpisodeEvent> listener) {
    RobotConfig config = robotOptions.config();
    SkillLibrary library = options.library();
    RobotReports reports = new RobotReports();
    CountDownLatch ended = new CountDownLatch(1);
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        RosRobot robot = Assembly.robot(config, robotOptions.confirmation(out), reports)) {
      SayCanPlanner planner =
          new SayCanPlanner(library, say, can, options.settings(), System::nanoTime);
      EpisodeFolder files = EpisodeFolder.create(folder);
      Thread interrupt = new Thread(() -> interrupted(robot, ended), "ctrl-c");
      Runtime.getRuntime().addShutdownHook(interrupt);
      if (robotOptions.isArmed()) {
        robot.arm();
      }
      EpisodeSummary summary =
          new RobotEpisode(planner, robot, reports, files)
              .play(instruction, about(config), listener);
      ended.countDown();
      removeHook(interrupt);
      return summary;
    }
  }

  private Map<String, String> about(RobotConfig config) {
    return new TreeMap<>(
        Map.of(
            "robot", robotOptions.configName(),
            "transport", config.connection().transport().name().toLowerCase(java.util.Locale.ROOT),
            "armed", Boolean.toString(robotOptions.isArmed())));
  }

  /** On Ctrl-C: stops the robot, says what is not known to have stopped, lets the trace end. */
  private void interrupted(RosRobot robot, CountDownLatch ended) {
    RobotEvent.Stopped stopped = robot.stop("Ctrl-C was pressed");
    err.println(
        stopped.unconfirmed().isEmpty()
            ? "souschef: stopped"
            : "souschef: NOT confirmed as stopped: " + String.join(", ", stopped.unconfirmed()));
    err.flush();
    try {
      ended.await(LAST_WORDS_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    if (!hook.isAlive()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        return; // the program is ending: the hook has its say
      }
    }
  }
}
