package io.souschef.app.cli.robot;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.CommandProcess;
import io.souschef.app.cli.Main;
import io.souschef.app.cli.ReachableRobot;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planner and simulated robot in two processes, over both transports. */
@Timeout(300)
class RobotCommandIT {

  /** Of this process, so that builds beside it on one machine are not heard. */
  private static final int DOMAIN = 2 + 2 * (int) (ProcessHandle.current().pid() % 49);

  @TempDir Path folder;

  /** What a command printed and ended with. */
  private record Ended(int code, String out, String err) {}

  private static Ended souschef(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Ended(code, out.toString(), err.toString());
  }

  private ReachableRobot robot(String transport, String... more) throws IOException {
    return new ReachableRobot(folder, transport, DOMAIN, List.of(more));
  }

  private List<String> reports(Path run) {
    return Trace.read(run.resolve("trace.jsonl")).stream()
        .filter(EpisodeEvent.RobotReported.class::isInstance)
        .map(event -> ((EpisodeEvent.RobotReported) event).report().path("event").asText())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "rosbridge, plain:bring-01",
    "rosbridge, plain:put-01",
    "dds, plain:bring-01",
    "dds, plain:visit-01",
  })
  void planAndBodyInTwoProcessesReachTheGoal(String transport, String task) throws Exception {
    Path run = folder.resolve("run");
    try (ReachableRobot robot = robot(transport, "--task", task)) {
      Ended ended =
          souschef(
              "run",
              "--robot",
              "ros2",
              "--robot-config",
              robot.config().toString(),
              "--arm",
              "--out",
              run.toString(),
              TaskSuite.readTask(task).instruction());
      assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
      assertThat(robot.endAndTell()).contains("The task's goal holds");
    }
    assertThat(reports(run))
        .startsWith("robot_armed")
        .contains("command_sent", "command_ended")
        .doesNotContain("robot_stopped", "link_changed");
    assertThat(run).isDirectoryContaining("glob:**/index.html");
  }

  @Test
  void theDoctorTellsWhatARobotCanDoAndThatItIsStill() throws Exception {
    try (ReachableRobot robot = robot("rosbridge")) {
      Ended ended =
          souschef(
              "doctor", "--out", folder.toString(), "--robot-config", robot.config().toString());
      assertThat(ended.code()).as(ended.out()).isZero();
      assertThat(ended.out())
          .contains(
              "skill * (others)",
              "action execute_skill (souschef_msgs/action/ExecuteSkill)",
              "server /execute_skill",
              "the base is at",
              "still: it was not armed yet")
          .doesNotContain("✗");
    }
  }

  @Test
  void withoutArmNothingMovesAndOneSentenceSaysSo() throws Exception {
    try (ReachableRobot robot = robot("rosbridge", "--task", "plain:visit-01")) {
      Ended ended =
          souschef(
              "run",
              "--robot",
              "ros2",
              "--robot-config",
              robot.config().toString(),
              "--out",
              folder.resolve("run").toString(),
              TaskSuite.readTask("plain:visit-01").instruction());
      assertThat(ended.code()).isEqualTo(Exit.NOT_DONE);
      assertThat(ended.out())
          .contains("The robot does not move: it was not armed yet; arm it (--arm)");
      assertThat(robot.endAndTell()).contains("The task's goal does not hold");
    }
    assertThat(reports(folder.resolve("run"))).doesNotContain("command_sent");
  }

  @Test
  void sigtermStopsTheRobotAndTheTraceSaysSo() throws Exception {
    Path run = folder.resolve("run");
    try (ReachableRobot robot = robot("rosbridge", "--speed", "real")) {
      Process planner =
          CommandProcess.start(
              List.of(
                  "run",
                  "--robot",
                  "ros2",
                  "--robot-config",
                  robot.config().toString(),
                  "--arm",
                  "--out",
                  run.toString(),
                  "bring me a coke"),
              folder.resolve("planner.log"));
      CommandProcess.awaitText(planner, run.resolve("trace.jsonl"), "skill_progressed", 120);
      planner.destroy(); // SIGTERM takes the way of Ctrl-C, by its own name
      assertThat(planner.waitFor()).isNotZero();
    }
    List<EpisodeEvent> events = Trace.read(run.resolve("trace.jsonl"));
    assertThat(events)
        .filteredOn(EpisodeEvent.RobotReported.class::isInstance)
        .map(event -> ((EpisodeEvent.RobotReported) event).report())
        .anySatisfy(
            report -> {
              assertThat(report.path("event").asText()).isEqualTo("robot_stopped");
              assertThat(report.path("reason").asText())
                  .isEqualTo("the process was told to end (SIGTERM)");
              assertThat(report.path("confirmed").get(0).asText()).isEqualTo("/execute_skill");
              assertThat(report.path("unconfirmed")).isEmpty();
            });
    assertThat(events.get(events.size() - 1))
        .isInstanceOfSatisfying(
            EpisodeEvent.Ended.class,
            ended -> assertThat(ended.outcome()).isEqualTo(EpisodeEvent.Outcome.CANCELED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --robot ros2 hi | --robot-config",
        "run --robot ros2 --robot-config missing.yaml hi | missing.yaml",
        "run --arm hi | --robot ros2",
        "run --robot ros2 --robot-config missing.yaml --scene s.yaml hi | --scene",
        "run --robot ros3 hi | ros3",
        "robot --port 0 --transport rosbridge | --port",
        "robot --task plain:none-such | none-such",
        "robot --scene missing.yaml | missing.yaml",
        "robot --transport pigeon | pigeon",
      })
  void aUsersMistakeEndsInOneClearLine(String line, String named) {
    Ended ended = souschef(line.split(" "));
    assertThat(ended.code()).as(ended.err()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.err()).startsWith("souschef: ").contains(named);
  }

  @Test
  void aMalformedRobotFileIsNamedByLine() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "connection:\n  transport: pigeon\n");
    Ended ended = souschef("run", "--robot", "ros2", "--robot-config", file.toString(), "hi");
    assertThat(ended.code()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.err()).contains("bad.yaml", "line");
  }

  @Test
  void whereNothingListensOneSentenceSaysHowToStartIt() throws IOException {
    Path file = folder.resolve("nobody.yaml");
    Files.writeString(file, souschef("robot", "--port", "9", "--print-config").out());
    Ended ended =
        souschef("run", "--robot", "ros2", "--robot-config", file.toString(), "--arm", "hi");
    assertThat(ended.code()).isEqualTo(Exit.NOT_DONE);
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.err()).contains("ws://127.0.0.1:9", "ros2 launch rosbridge_server");
  }
}
