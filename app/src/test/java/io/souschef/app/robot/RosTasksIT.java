package io.souschef.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.Assembly;
import io.souschef.app.episode.RobotReports;
import io.souschef.app.episode.Stage;
import io.souschef.app.evaluation.task.Task;
import io.souschef.app.evaluation.task.TaskReader;
import io.souschef.app.evaluation.task.TaskSuite;
import io.souschef.planner.Instruction;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.rosbridge.RosRobot;
import io.souschef.rosbridge.StepConfirmation;
import io.souschef.rosbridge.config.RobotConfig;
import io.souschef.rosbridge.node.ClientFile;
import io.souschef.rosbridge.node.NodeSettings;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plain requests with a robot in this process, and with one behind a transport: the same steps, the
 * same end. Three of them, or {@code -Dsouschef.ros.tasks=20}.
 */
@Timeout(3600)
class RosTasksIT {

  private static final int TASKS = Integer.getInteger("souschef.ros.tasks", 3);

  /** Of this process, so that builds beside it on one machine are not heard. */
  private static final int DOMAIN = 3 + 2 * (int) (ProcessHandle.current().pid() % 49);

  private static final NodeSettings NODE =
      new NodeSettings("", "gripper_finger_joint", Duration.ofMillis(200), Duration.ofHours(1));

  private final TaskReader reader = new TaskReader(KitchenFile.standard());

  /** What came of an episode: the skills with their ends, the goal, and the time in skills. */
  private record Played(List<String> steps, boolean goal, double executeMs) {}

  @ParameterizedTest
  @ValueSource(strings = {"rosbridge", "dds"})
  void theWayToTheRobotChangesNothing(String transport) throws IOException {
    int here = 0;
    int there = 0;
    int skills = 0;
    double overheadMs = 0;
    // Spread over the suite, so that few tasks are of many kinds.
    List<Task> all = TaskSuite.read("plain").tasks();
    try (UsefulnessScorer say = Assembly.say("embedded", 1, 1);
        AffordanceFunction can = Assembly.can(Assembly.Affordance.LEARNED)) {
      SayCanPlanner planner =
          new SayCanPlanner(
              SkillLibrary.standard(),
              say,
              can,
              new SayCanPlanner.Settings(
                  PlanPrompt.Style.SCENE, 20, SayCanPlanner.Settings.Scores.BEST),
              System::nanoTime);
      for (int i = 0; i < TASKS; i++) {
        Task task = all.get(i * all.size() / TASKS);
        say.forget();
        Played inProcess = inProcess(planner, task);
        say.forget();
        Played overRos = overRos(planner, task, transport);
        assertThat(overRos.steps()).as(task.id()).isEqualTo(inProcess.steps());
        assertThat(overRos.goal()).as(task.id()).isEqualTo(inProcess.goal());
        here += inProcess.goal() ? 1 : 0;
        there += overRos.goal() ? 1 : 0;
        skills += inProcess.steps().size();
        overheadMs += overRos.executeMs() - inProcess.executeMs();
      }
    }
    System.out.printf(
        "%s: %d of %d in this process, %d of %d over it; %.1f ms more for each of %d skills%n",
        transport, here, TASKS, there, TASKS, overheadMs / skills, skills);
  }

  private Played inProcess(SayCanPlanner planner, Task task) {
    try (Stage stage = Assembly.stage(reader.scene(task, 1), 1, false)) {
      Played played = play(planner, task, stage.robot());
      boolean goal = reader.goal(task).holds(stage.world().get());
      return new Played(played.steps(), goal, played.executeMs());
    }
  }

  private Played overRos(SayCanPlanner planner, Task task, String transport) throws IOException {
    Scene scene = reader.scene(task, 1);
    String url = transport.equals("dds") ? "" : "ws://127.0.0.1:" + freePort();
    RobotConfig config =
        RobotConfig.parse(
            "client.yaml", ClientFile.yaml(scene.kitchen().vocabulary(), url, DOMAIN, ""));
    try (SimulatedRobot body = Assembly.simulated(scene, 1, false);
        SimulatedNode node = SimulatedNode.start(body, config, NODE, false)) {
      Played played;
      try (RosRobot robot =
          Assembly.robot(config, StepConfirmation.NOT_NEEDED, new RobotReports())) {
        robot.arm();
        played = play(planner, task, robot);
      }
      node.leave();
      return new Played(
          played.steps(), reader.goal(task).holds(body.worldState()), played.executeMs());
    }
  }

  private static Played play(SayCanPlanner planner, Task task, Robot robot) {
    List<String> steps = new ArrayList<>();
    double[] executeMs = {0};
    planner.run(
        new Instruction(task.instruction()),
        robot,
        Map.of(),
        event -> {
          if (event instanceof EpisodeEvent.SkillEnded ended) {
            steps.add(
                "%s: %s, %.3f s"
                    .formatted(
                        ended.skill().text(),
                        ended.result().message(),
                        ended.result().durationS()));
          } else if (event instanceof EpisodeEvent.Timed timed) {
            executeMs[0] += timed.executeMs();
          }
        });
    return new Played(steps, false, executeMs[0]);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
