package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.souschef.app.CommandProcess;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.robot.RobotProcess;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/robot.md followed to the letter, command by command, with the simulated robot of another
 * process in place of the reader's. What cannot be carried out here is listed with the reason; a
 * command that is neither fails. Only names of files and numbers of ports are this test's own.
 */
@Timeout(300)
class RobotPageIT {

  private static final String NO_ROS = "needs ROS 2, which is no part of this build";
  private static final Map<String, String> NOT_HERE =
      Map.of(
          "ros2 launch (nav2_bringup|my_robot_moveit_config) .*",
          "needs Nav2, MoveIt 2 and a robot; ShippedExampleTest and MoveItExampleTest play them",
          "ros2 launch rosbridge_server .*|sudo apt install ros-.*|source .*setup.bash",
          NO_ROS + "; the small rosbridge of the simulated robot is in its place",
          "cd ~/ws|colcon build .*",
          NO_ROS + "; RosPackagesTest checks what would be built",
          "ros2 launch souschef_bringup .*",
          NO_ROS + "; RosPackagesTest checks the files and runs the watchdog's own tests",
          "./souschef bench .*",
          "measures for minutes, on a machine with nothing else to do");

  private static final String COKE = "bring me a coke";

  @TempDir Path folder;

  static Collection<String> commands() throws IOException {
    Set<String> commands = new LinkedHashSet<>(RobotPageTest.blocks());
    commands.addAll(RobotPageTest.spans());
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isCarriedOutOrItIsKnownWhyNot(String command) throws Exception {
    if (NOT_HERE.keySet().stream().anyMatch(pattern -> Pattern.matches(pattern, command))) {
      return;
    }
    List<String> words = PageCommands.words(command);
    if (command.startsWith("cp -r ")) {
      copy(words);
    } else if (command.startsWith("ros2 action send_goal ")) {
      // Sent to the node of the page, where that is started.
      assertThat(commands()).anyMatch(other -> other.startsWith("./souschef node "));
    } else {
      assertThat(command).startsWith("./souschef ");
      souschef(words.subList(1, words.size()));
    }
  }

  private void souschef(List<String> words) throws Exception {
    switch (words.get(0)) {
      case "robot" -> robot(words);
      case "doctor" -> doctor(words);
      case "run" -> run(words);
      case "serve" -> serve(words);
      case "export" -> export(words);
      case "node" -> node(words, sendGoal());
      default -> throw new AssertionError("No step of this test does: " + words);
    }
  }

  private static List<String> sendGoal() throws IOException {
    return RobotPageTest.blocks().stream()
        .filter(command -> command.startsWith("ros2 action send_goal "))
        .map(PageCommands::words)
        .findFirst()
        .orElseThrow();
  }

  private void copy(List<String> words) throws Exception {
    List<String> here = new ArrayList<>(words.subList(0, words.size() - 1));
    here.add(folder.toString());
    assertThat(new ProcessBuilder(here).directory(Path.of("..").toFile()).start().waitFor())
        .isZero();
    assertThat(folder.resolve("souschef_msgs/action/DoTask.action")).isRegularFile();
    assertThat(folder.resolve("souschef_bringup/launch/watchdog.launch.xml")).isRegularFile();
  }

  private ReachableRobot reader() throws IOException {
    return new ReachableRobot(folder, "rosbridge", 0, List.of("--scene", "default"));
  }

  /** The page's words with this test's files in place of the page's. */
  private List<String> here(List<String> words, Path config) {
    return words.stream()
        .map(
            word ->
                switch (word) {
                  case "my-robot.yaml", "sim-robot.yaml" -> config.toString();
                  case "coke.mcap", "kitchen.mcap", "episode.mcap", "runs/episode" ->
                      folder.resolve(word.replace('/', '-')).toString();
                  default -> word;
                })
        .toList();
  }

  private void robot(List<String> words) throws Exception {
    String port = Integer.toString(RobotProcess.freePort());
    List<String> options =
        new ArrayList<>(words.stream().map(word -> word.equals("9090") ? port : word).toList());
    if (words.contains("--print-config")) {
      int end = options.indexOf(">");
      Path file = folder.resolve(options.get(end + 1));
      Files.writeString(file, Commands.run(options.subList(0, end)).out());
      assertThat(RobotConfig.read(file).connection().url()).endsWith(":" + port);
      return;
    }
    if (!options.contains("--port")) {
      options.addAll(List.of("--port", port));
    }
    try (RobotProcess robot =
        RobotProcess.start(options.subList(1, options.size()), folder.resolve("robot.log"))) {
      assertThat(robot).isNotNull();
      Path file = folder.resolve("printed.yaml");
      Files.writeString(
          file, Commands.run(List.of("robot", "--port", port, "--print-config")).out());
      Commands.Ended seen =
          Commands.run(
              List.of("doctor", "--out", folder.toString(), "--robot-config", file.toString()));
      assertThat(seen.out()).contains("the base is at").doesNotContain("✗");
    }
  }

  private void doctor(List<String> words) throws Exception {
    try (ReachableRobot robot = reader()) {
      String url = RobotConfig.read(robot.config()).connection().url();
      boolean drafts = words.contains("--discover");
      Path file = drafts ? folder.resolve("drafted.yaml") : robot.config();
      List<String> typed =
          here(words, file).stream()
              .map(word -> word.equals("ws://localhost:9090") ? url : word)
              .toList();
      Commands.Ended ended = Commands.run(typed);
      assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
      if (drafts) {
        assertThat(RobotConfig.read(file).skills()).isNotEmpty();
      } else {
        assertThat(ended.out()).contains("still: it was not armed yet").doesNotContain("✗");
      }
    }
  }

  private void run(List<String> words) throws Exception {
    List<String> out = List.of("--out", folder.resolve("run").toString());
    if (!words.contains("--robot")) {
      Commands.Ended ended = Commands.run(with(here(words, folder), out));
      assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
      isRecorded("kitchen.mcap");
      return;
    }
    try (ReachableRobot robot = reader()) {
      List<String> typed = with(here(words, robot.config()), out);
      if (words.contains("--confirm")) {
        confirmed(typed);
        return;
      }
      Commands.Ended ended = Commands.run(typed);
      if (words.contains("--arm")) {
        assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
      } else {
        assertThat(ended.code()).isEqualTo(Exit.NOT_DONE);
        assertThat(ended.out()).contains("arm it (--arm)");
      }
      if (words.contains("--record")) {
        isRecorded("coke.mcap");
      }
    }
    String trace = Files.readString(folder.resolve("run/trace.jsonl"));
    assertThat(trace.contains("command_sent")).isEqualTo(words.contains("--arm"));
    assertThat(folder.resolve("run/index.html")).isRegularFile();
  }

  private static List<String> with(List<String> words, List<String> more) {
    List<String> all = new ArrayList<>(words);
    all.addAll(1, more);
    return all;
  }

  private void isRecorded(String name) throws IOException {
    assertThat(Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1))
        .startsWith("\u0089MCAP0")
        .endsWith("\u0089MCAP0\r\n")
        .contains("/souschef/decisions", "/detections", COKE);
  }

  /** A person who says yes to every command. */
  private void confirmed(List<String> typed) throws Exception {
    Path log = folder.resolve("confirmed.log");
    Process process = CommandProcess.start(typed, log);
    try (var person = process.outputWriter()) {
      for (int i = 0; i < 200; i++) {
        person.write("y\n");
      }
    }
    assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(folder.resolve("run/trace.jsonl"))).contains("command_sent");
  }

  private void serve(List<String> words) throws Exception {
    try (ReachableRobot robot = reader()) {
      Path log = folder.resolve("serve.log");
      List<String> out = List.of("--port", "0", "--out", folder.resolve("served").toString());
      Process process = CommandProcess.start(with(here(words, robot.config()), out), log);
      try {
        CommandProcess.awaitText(process, log, "robot http", 120);
      } finally {
        process.destroy();
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void export(List<String> words) throws Exception {
    List<String> typed = here(words, folder);
    Commands.run(List.of("run", "--out", typed.get(1), COKE));
    assertThat(Commands.run(typed).code()).isZero();
    isRecorded("episode.mcap");
  }

  /** The node, and a task from another one, which is this test with the words of the page. */
  private void node(List<String> words, List<String> sendGoal) throws Exception {
    try (ReachableRobot robot = reader()) {
      Path log = folder.resolve("node.log");
      Process process = CommandProcess.start(here(words, robot.config()), log);
      try {
        CommandProcess.awaitText(process, log, "The planner is ready", 120);
        RobotConfig config = RobotConfig.read(robot.config());
        try (RosTransport client = Transports.connect(config.connection(), config.catalog())) {
          String name = sendGoal.get(4);
          assertThat(client.probe(name, Duration.ofSeconds(60)).get()).isTrue();
          ObjectNode goal = (ObjectNode) YAMLMapper.builder().build().readTree(sendGoal.get(6));
          assertThat(
                  client
                      .send(name, TypeName.of(sendGoal.get(5)), goal, feedback -> {})
                      .outcome()
                      .get(200, TimeUnit.SECONDS))
              .isInstanceOf(GoalOutcome.Succeeded.class);
        }
      } finally {
        process.destroy();
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
