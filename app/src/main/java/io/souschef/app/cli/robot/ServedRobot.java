package io.souschef.app.cli.robot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.app.Assembly;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.RobotOptions;
import io.souschef.app.cli.terminal.Signals;
import io.souschef.app.episode.RobotReports;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.limit.Terms;
import io.souschef.ros.RosRobot;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.LiveRobot;
import io.souschef.web.live.body.RobotControl;
import io.souschef.web.live.people.Confirmations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A ROS 2 robot that people at pages drive. It moves only where the command line said {@code
 * --arm}; whoever holds it in the page may then arm it again there.
 */
public final class ServedRobot implements RobotControl, AutoCloseable {

  private final RobotOptions options;
  private final RobotRun run;
  private final RobotConfig config;
  private final SkillLibrary library;
  private final Confirmations confirmations;
  private final RosRobot robot;
  private final Queue<EpisodeEvent.RobotReported> reports = new ConcurrentLinkedQueue<>();
  private volatile @Nullable LiveRobot live;
  private volatile String link = "up";

  /**
   * Reaches the robot.
   *
   * @throws InvalidInputException when its file is faulty
   * @throws RobotException when nobody answers
   */
  public ServedRobot(
      RobotOptions options,
      PlannerOptions planning,
      Terms terms,
      PrintWriter out,
      PrintWriter err) {
    this.options = options;
    run = new RobotRun(planning, terms, options, out, err);
    config = options.config();
    library = run.runnable(config, planning.library());
    confirmations = new Confirmations(options.asksFirst());
    robot =
        Assembly.robot(
            config,
            (skill, command) ->
                confirmations.allows(skill.text(), command.name(), command.message()),
            this::reported);
    terms.require(planning.library(), robot.vocabulary());
    Signals.watch(robot::giveUp);
  }

  /** What it has commands for. */
  public SkillLibrary library() {
    return library;
  }

  /**
   * Puts it before those who look on, and lets it move where the command line said so.
   *
   * @param out where requests leave their traces
   * @throws RobotException when it perceives nothing, or cannot be armed
   */
  public LiveRobot open(Path out) {
    Map<String, String> about =
        Map.of(
            "robot", options.configName(),
            "transport", config.connection().transport().name().toLowerCase(Locale.ROOT));
    LiveRobot opened = new LiveRobot(robot, this, confirmations, about, out);
    live = opened;
    tell(opened);
    if (options.isArmed()) {
      RobotRun.arm(robot);
    }
    return opened;
  }

  private void reported(RobotEvent event) {
    if (event instanceof RobotEvent.LinkChanged changed) {
      link = changed.up() ? "up" : "down: " + changed.message();
    }
    // No lock is held while it is told: whoever reports may hold those of the robot.
    reports.add(RobotReports.reported(event));
    LiveRobot told = live;
    if (told != null) {
      tell(told);
    }
    run.tell(event);
  }

  private void tell(LiveRobot told) {
    for (var next = reports.poll(); next != null; next = reports.poll()) {
      told.reported(next);
    }
  }

  /** On Ctrl-C: stops it, and says what is not known to have stopped. */
  public void interrupted() {
    confirmations.drop();
    run.interrupted(robot);
  }

  @Override
  public void arm() {
    if (!options.isArmed()) {
      throw new InvalidInputException(
          "serve was started without --arm: this robot is only looked at; start it anew with --arm"
              + " to let it move");
    }
    try {
      RobotRun.arm(robot);
    } catch (RobotException e) {
      throw new InvalidInputException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void hold(String why) {
    var unused = robot.stop(why, options.stopsAll());
  }

  @Override
  public void describe(ObjectNode state) {
    Optional<String> still = robot.stillBecause();
    state.put("armed", still.isEmpty());
    state.put("mayArm", options.isArmed());
    state.put("still", still.orElse(""));
    state.put("link", link);
    state.put("eStop", robot.eStopState().orElse("its file names no e-stop topic"));
    state.put("name", String.valueOf(Path.of(options.configName()).getFileName()));
  }

  @Override
  public void close() {
    confirmations.drop();
    robot.close();
  }
}
