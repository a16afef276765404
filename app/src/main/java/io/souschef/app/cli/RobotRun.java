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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One episode on a ROS 2 robot, from opening it to its last word, Ctrl-C included. */
@SuppressWarnings("try") // what is opened here works by being open
final class RobotRun {

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
  EpisodeSummary play(
      Instruction instruction, Supplier<EpisodeFolder> folder, Consumer<EpisodeEvent> listener) {
    RobotConfig config = robotOptions.config();
    SkillLibrary library = options.library();
    RobotReports reports = new RobotReports();
    try (UsefulnessScorer say = options.say();
        AffordanceFunction can = options.can();
        RosRobot robot = Assembly.robot(config, robotOptions.confirmation(out), reports)) {
      SayCanPlanner planner =
          new SayCanPlanner(library, say, can, options.settings(), System::nanoTime);
      EpisodeFolder files = folder.get();
      try (Interruption interruption = new Interruption(() -> interrupted(robot), robot)) {
        if (robotOptions.isArmed()) {
          robot.arm();
        }
        return new RobotEpisode(planner, robot, reports, files)
            .play(instruction, about(config), listener);
      }
    }
  }

  private Map<String, String> about(RobotConfig config) {
    return new TreeMap<>(
        Map.of(
            "robot", robotOptions.configName(),
            "transport", config.connection().transport().name().toLowerCase(java.util.Locale.ROOT),
            "armed", Boolean.toString(robotOptions.isArmed())));
  }

  /** On Ctrl-C: stops the robot and says what is not known to have stopped. */
  private void interrupted(RosRobot robot) {
    RobotEvent.Stopped stopped = robot.stop("Ctrl-C was pressed");
    err.println(
        stopped.unconfirmed().isEmpty()
            ? "souschef: stopped"
            : "souschef: NOT confirmed as stopped: " + String.join(", ", stopped.unconfirmed()));
    err.flush();
  }
}
