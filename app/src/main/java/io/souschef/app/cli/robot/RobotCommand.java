package io.souschef.app.cli.robot;

import io.souschef.app.Assembly;
import io.souschef.app.cli.option.SceneOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.robot.RobotProcess;
import io.souschef.app.robot.SimulatedNode;
import io.souschef.app.robot.TaskTurns;
import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.node.ClientFile;
import io.souschef.ros.node.NodeSettings;
import io.souschef.ros.transport.rosbridge.relay.RelayAccess;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.failure.InvalidInputException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the simulated robot on a ROS 2 graph until Ctrl-C. */
@Command(
    name = "robot",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef robot --port 9090",
      "  ./souschef robot --kitchen home.yaml --print-config",
    },
    description = "The simulated robot as a ROS 2 robot, for `run --robot ros2`, RViz, Foxglove.")
public final class RobotCommand implements Callable<Integer> {

  /** A way to a ROS 2 graph. */
  enum Way {
    ROSBRIDGE,
    DDS
  }

  private static final int LEAST_TOKEN = 16;

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--task",
      paramLabel = "SUITE:ID",
      split = ",",
      description =
          "A task's scene instead; of several, the service next_task sets the next one up.")
  private List<String> tasks = List.of();

  @Mixin private SceneOptions world = new SceneOptions();

  @Option(
      names = "--transport",
      defaultValue = "rosbridge",
      description = "rosbridge or dds (default: ${DEFAULT-VALUE}).")
  private Way transport = Way.ROSBRIDGE;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Where rosbridge is, or shall be (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      defaultValue = "9090",
      description = "Port of rosbridge (default: ${DEFAULT-VALUE}).")
  private int port = 9090;

  @Option(
      names = "--token",
      paramLabel = "TEXT",
      description =
          "What clients of our own rosbridge must show (?token=...), 16 characters at least; made up where --host is not of"
              + " this machine alone.")
  private @Nullable String token;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      description = "A web page that may open our own rosbridge, such as https://app.foxglove.dev.")
  private List<String> origins = List.of();

  @Option(
      names = "--domain-id",
      defaultValue = "${env:ROS_DOMAIN_ID:-0}",
      description = "DDS domain, as ROS_DOMAIN_ID (default: ${DEFAULT-VALUE}).")
  private int domainId;

  @Option(
      names = "--namespace",
      defaultValue = "",
      description = "Put before every name but /clock and /tf.")
  private String namespace = "";

  @Option(
      names = "--print-config",
      description = "Only print the robot file with which `run --robot ros2` reaches it.")
  private boolean printConfig;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<TaskTurns> turns = turns();
    if (token == null && transport == Way.ROSBRIDGE && !RelayAccess.isLoopback(host)) {
      token = UUID.randomUUID().toString();
    }
    if (token != null && token.length() < LEAST_TOKEN) {
      throw new InvalidInputException(
          "--token must have %s characters at least, got %s"
              .formatted(LEAST_TOKEN, token.length()));
    }
    RelayAccess access = new RelayAccess(Set.copyOf(origins), Optional.ofNullable(token));
    Scene scene = turns.map(TaskTurns::firstScene).orElseGet(world::read);
    String file = ClientFile.yaml(scene.kitchen().vocabulary(), url(), domainId, namespace);
    if (printConfig) {
      out.print(file);
      out.flush();
      return Exit.DONE;
    }
    SimulatedNode node =
        SimulatedNode.start(
            Assembly.simulated(scene, world.seed(), world.isRealTime()),
            RobotConfig.parse("the simulated robot", file),
            NodeSettings.STANDARD.below(namespace),
            world.isRealTime(),
            access);
    turns.ifPresent(tasks -> tasks.serve(node));
    if (node.hasOwnRosbridge() && !RelayAccess.isLoopback(host)) {
      spec.commandLine()
          .getErr()
          .println(
              "souschef: %s can be reached from other machines; whoever has the token drives the robot, and nothing is encrypted"
                  .formatted(host));
      spec.commandLine().getErr().flush();
    }
    out.println(ready(node));
    out.flush();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(node, turns, out), "leave"));
    String reason = node.died().join(); // Ctrl-C ends the process meanwhile
    throw new RobotException(
        "Our own rosbridge at %s serves nobody any more (%s); start this command again"
            .formatted(url(), reason));
  }

  private Optional<TaskTurns> turns() {
    List<Task> chosen = tasks.stream().map(TaskSuite::readTask).toList();
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TaskTurns(
                new TaskReader(world.kitchens()), chosen, world.seed(), world.isRealTime()));
  }

  private String url() {
    if (port < 1 || port > 65535) {
      throw new InvalidInputException("--port must be from 1 to 65535, got " + port);
    }
    return transport == Way.DDS
        ? ""
        : String.format(
            Locale.ROOT, "ws://%s:%d%s", host, port, token == null ? "" : "/?token=" + token);
  }

  private String ready(SimulatedNode node) {
    String where =
        transport == Way.DDS
            ? String.format(Locale.ROOT, "DDS domain %d on 127.0.0.1", domainId)
            : url() + (node.hasOwnRosbridge() ? " (a small rosbridge of our own)" : "");
    return "%s at %s; Ctrl-C ends it".formatted(RobotProcess.READY, where);
  }

  private static void leave(SimulatedNode node, Optional<TaskTurns> turns, PrintWriter out) {
    node.leave();
    SimulatedRobot robot = node.robot();
    turns.ifPresent(tasks -> out.println(tasks.verdict(robot)));
    robot.close();
    out.println("The simulated robot has left");
    out.flush();
  }
}
