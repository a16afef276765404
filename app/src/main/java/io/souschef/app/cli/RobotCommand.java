package io.souschef.app.cli;

import io.souschef.app.Assembly;
import io.souschef.app.evaluation.task.Task;
import io.souschef.app.evaluation.task.TaskReader;
import io.souschef.app.evaluation.task.TaskSuite;
import io.souschef.app.robot.RobotProcess;
import io.souschef.app.robot.SimulatedNode;
import io.souschef.app.robot.TaskTurns;
import io.souschef.rosbridge.config.RobotConfig;
import io.souschef.rosbridge.node.ClientFile;
import io.souschef.rosbridge.node.NodeSettings;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.InvalidInputException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
      "  ./souschef robot --print-config",
    },
    description = "The simulated robot as a ROS 2 robot, for `run --robot ros2`, RViz, Foxglove.")
final class RobotCommand implements Callable<Integer> {

  /** A way to a ROS 2 graph. */
  enum Way {
    ROSBRIDGE,
    DDS
  }

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
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Optional<TaskTurns> turns = turns();
    Scene scene = turns.map(TaskTurns::firstScene).orElseGet(world::read);
    String file = ClientFile.yaml(scene.kitchen().vocabulary(), url(), domainId, namespace);
    if (printConfig) {
      out.print(file);
      out.flush();
      return Main.Exit.DONE;
    }
    SimulatedNode node =
        SimulatedNode.start(
            Assembly.simulated(scene, world.seed(), world.isRealTime()),
            RobotConfig.parse("the simulated robot", file),
            NodeSettings.STANDARD.below(namespace),
            world.isRealTime());
    turns.ifPresent(tasks -> tasks.serve(node));
    out.println(ready(node));
    out.flush();
    CountDownLatch never = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(node, turns, out), "leave"));
    never.await();
    return Main.Exit.DONE;
  }

  private Optional<TaskTurns> turns() {
    List<Task> chosen = tasks.stream().map(TaskSuite::readTask).toList();
    return chosen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TaskTurns(
                new TaskReader(KitchenFile.standard()), chosen, world.seed(), world.isRealTime()));
  }

  private String url() {
    if (port < 1 || port > 65535) {
      throw new InvalidInputException("--port must be from 1 to 65535, got " + port);
    }
    return transport == Way.DDS ? "" : "ws://%s:%d".formatted(host, port);
  }

  private String ready(SimulatedNode node) {
    String where =
        transport == Way.DDS
            ? "DDS domain %d on 127.0.0.1".formatted(domainId)
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
