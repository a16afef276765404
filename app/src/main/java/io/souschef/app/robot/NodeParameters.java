package io.souschef.app.robot;

import io.souschef.ros.RosRobot;
import io.souschef.ros.event.Printable;
import io.souschef.ros.parameter.Parameter;
import io.souschef.ros.parameter.Parameters;
import io.souschef.ros.task.TaskServer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a planning node adds to its robot's parameters: {@code busy} can be set. */
final class NodeParameters {

  private NodeParameters() {}

  static void add(RosRobot robot, TaskServer tasks, String configName) {
    Parameters all = robot.parameters();
    all.add(Parameter.text("busy", () -> word(tasks.policy()), wanted -> setBusy(tasks, wanted)));
    all.add(
        Parameter.flag(
            "arm",
            () -> robot.stillBecause().isEmpty(),
            wanted -> "arm tells whether the robot may move; call the service arm or stop"));
    all.add(
        Parameter.text(
            "robot_config", () -> configName, wanted -> "robot_config is given at the start"));
  }

  private static String word(TaskServer.Policy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }

  private static String setBusy(TaskServer tasks, String wanted) {
    Optional<TaskServer.Policy> known =
        Arrays.stream(TaskServer.Policy.values())
            .filter(policy -> word(policy).equals(wanted))
            .findFirst();
    known.ifPresent(tasks::setPolicy);
    return known.isPresent()
        ? ""
        : "busy is refuse or queue, not '%s'".formatted(Printable.of(wanted));
  }
}
