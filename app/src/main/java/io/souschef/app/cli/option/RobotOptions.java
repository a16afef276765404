package io.souschef.app.cli.option;

import io.souschef.ros.StepConfirmation;
import io.souschef.ros.config.RobotConfig;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Shown;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the robot and whether it may move. */
public final class RobotOptions {

  private static final String SIMULATED = "sim";

  @Option(
      names = "--robot",
      defaultValue = "sim",
      paramLabel = "ROBOT",
      completionCandidates = Names.class,
      description = "sim, ros2 or a plug-in's (default: ${DEFAULT-VALUE}).")
  private String robot = SIMULATED;

  @Option(
      names = "--robot-config",
      paramLabel = "FILE",
      description = "The ROS 2 robot's file (YAML); see docs/robot.md.")
  private @Nullable Path config;

  @Option(names = "--arm", description = "Let the ROS 2 robot move. Keep a hand on its e-stop.")
  private boolean arm;

  @Option(names = "--confirm", description = "Ask before every command to the ROS 2 robot.")
  private boolean confirm;

  @Option(
      names = "--stop-all",
      description = "Ctrl-C cancels what others sent to the robot's actions, too.")
  private boolean stopAll;

  /** Whether a stop cancels goals of others, too. */
  public boolean stopsAll() {
    return stopAll;
  }

  public boolean isRos2() {
    boolean overRos = robot.equalsIgnoreCase("ros2");
    if (!overRos && (config != null || arm || confirm || stopAll)) {
      throw new InvalidInputException(
          "--robot-config, --arm, --confirm and --stop-all are for --robot ros2; add it or leave"
              + " them out");
    }
    return overRos;
  }

  public boolean isSimulated() {
    return robot.equalsIgnoreCase(SIMULATED);
  }

  /** As it was written: what a plug-in calls itself, and what it wants to know. */
  public String choice() {
    return robot;
  }

  /** Robots that need no more than a word, for completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.of(SIMULATED, "ros2").iterator();
    }
  }

  public RobotConfig config() {
    if (!isSimulated() && !isRos2()) {
      throw new InvalidInputException(
          "Robot '%s' is none over ROS 2; pass --robot ros2".formatted(Shown.line(robot)));
    }
    if (config == null) {
      throw new InvalidInputException(
          "--robot ros2 needs --robot-config FILE; docs/robot.md says how to write one");
    }
    return RobotConfig.read(config);
  }

  public String configName() {
    return String.valueOf(config);
  }

  public boolean isArmed() {
    return arm;
  }

  /** Whether every command is asked about before it goes out. */
  public boolean asksFirst() {
    return confirm;
  }

  /** Asks on the terminal when told to; only "y" and "yes" mean yes. */
  public StepConfirmation confirmation(PrintWriter out) {
    if (!confirm) {
      return StepConfirmation.NOT_NEEDED;
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return (skill, command) -> {
      out.print(
          "    send %s for '%s'? %s [y/N] "
              .formatted(command.name(), skill.text(), command.message()));
      out.flush();
      try {
        String answer = in.readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y(es)?");
      } catch (IOException e) {
        throw new UncheckedIOException("The terminal cannot be read", e);
      }
    };
  }
}
