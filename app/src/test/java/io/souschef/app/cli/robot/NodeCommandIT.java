package io.souschef.app.cli.robot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.app.CommandProcess;
import io.souschef.app.cli.ReachableRobot;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.task.TaskServer;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Simulated robot, planner and whoever asks for a task, in three processes. */
@Timeout(300)
class NodeCommandIT {

  @TempDir Path folder;

  @Test
  void aTaskThatAnotherNodeAsksForIsDone() throws Exception {
    try (ReachableRobot robot =
        new ReachableRobot(folder, "rosbridge", 0, List.of("--task", "plain:visit-01"))) {
      Path log = folder.resolve("node.log");
      Process planner =
          CommandProcess.start(
              List.of(
                  "node",
                  "--plan",
                  "steps",
                  "--robot-config",
                  robot.config().toString(),
                  "--robot",
                  "ros2",
                  "--arm",
                  "--record",
                  folder.resolve("node.mcap").toString()),
              log);
      CommandProcess.awaitText(planner, log, NodeCommand.READY, 120);
      RobotConfig config = RobotConfig.read(robot.config());
      List<ObjectNode> feedback = new CopyOnWriteArrayList<>();
      try (RosTransport client = Transports.connect(config.connection(), config.catalog())) {
        assertThat(client.probe("/souschef/do_task", Duration.ofSeconds(30)).get()).isTrue();
        ObjectNode goal =
            JsonNodeFactory.instance
                .objectNode()
                .put("instruction", TaskSuite.readTask("plain:visit-01").instruction());
        ClientGoal task = client.send("/souschef/do_task", TaskServer.DO_TASK, goal, feedback::add);
        assertThat(task.outcome().get(200, TimeUnit.SECONDS))
            .isInstanceOfSatisfying(
                GoalOutcome.Succeeded.class,
                done -> assertThat(done.result().path("outcome").asInt()).isZero());
      }
      assertThat(feedback)
          .anySatisfy(
              told -> {
                assertThat(told.path("step").asInt()).isEqualTo(1);
                assertThat(told.path("candidates")).isNotEmpty();
              });
      planner.destroy();
      assertThat(planner.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(robot.endAndTell()).contains("The task's goal holds");
      assertThat(Files.readString(folder.resolve("node.mcap"), StandardCharsets.ISO_8859_1))
          .endsWith("\u0089MCAP0\r\n")
          .contains("/souschef/decisions", "/detections", "/robot_state", "/tf", "command_sent");
    }
  }
}
