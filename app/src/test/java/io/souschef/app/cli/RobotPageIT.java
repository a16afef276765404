package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.robot.RobotProcess;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/robot.md says to type is typed, in its order, word for word but for the port and the
 * folder of its files. Its robot "my-robot.yaml" is another simulated one.
 */
@Timeout(400)
class RobotPageIT {

  /** Commands that run until they are ended; others see to them. */
  private static final List<String> ENDLESS = List.of("robot", "node", "bench");

  @TempDir Path folder;
  private final String port = Integer.toString(RobotProcess.freePort());
  private final InputStream terminal = System.in;
  private final List<RobotProcess> robots = new ArrayList<>();
  private int runs;

  @AfterEach
  void end() {
    System.setIn(terminal);
    robots.forEach(RobotProcess::close);
  }

  private String here(String word) {
    boolean file = word.matches("[\\w-]+\\.(yaml|mcap)") || word.startsWith("runs/");
    return file ? folder.resolve(word).toString() : word.replace("9090", port);
  }

  /** Runs a command of the page and returns what it ended with. */
  private int type(String command) throws IOException {
    List<String> words =
        new ArrayList<>(PageCommands.words(command).stream().map(this::here).toList());
    words.remove(0);
    int redirect = words.indexOf(">");
    List<String> arguments = new ArrayList<>(redirect < 0 ? words : words.subList(0, redirect));
    if (arguments.get(0).equals("run")) {
      arguments.addAll(List.of("--out", folder.resolve("run-" + ++runs).toString()));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.run(arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
    if (redirect >= 0) {
      Files.writeString(Path.of(words.get(redirect + 1)), out.toString());
    }
    System.out.printf("%s: %s%n%s%n", command, code, err);
    return code;
  }

  private boolean isRecording(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1)
        .endsWith("\u0089MCAP0\r\n");
  }

  /** A second one, for which nothing was done yet. */
  private void myRobot() throws IOException {
    String own = Integer.toString(RobotProcess.freePort());
    robots.add(RobotProcess.start(List.of("--port", own), folder.resolve("my-robot.log")));
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(out);
    Main.run(new String[] {"robot", "--port", own, "--print-config"}, writer, writer);
    Files.writeString(folder.resolve("my-robot.yaml"), out.toString());
  }

  @Test
  void whatThePageSaysToTypeDoesWhatItSays() throws Exception {
    List<String> commands =
        PageCommands.blocks(RobotPageTest.PAGE).stream()
            .filter(command -> command.startsWith("./souschef "))
            .toList();
    List<String> first = PageCommands.words(commands.get(0)).stream().map(this::here).toList();
    assertThat(first).startsWith("./souschef", "robot").contains("--scene", port);
    robots.add(RobotProcess.start(first.subList(2, first.size()), folder.resolve("robot.log")));
    assertThat(type(commands.get(1))).isZero();
    myRobot();
    for (String command : PageCommands.spans(RobotPageTest.PAGE)) {
      if (command.equals("./souschef doctor --robot-config my-robot.yaml")) {
        assertThat(type(command)).as(command).isZero();
      }
    }
    int typed = 0;
    for (String command : commands.subList(2, commands.size())) {
      List<String> words = PageCommands.words(command);
      if (ENDLESS.contains(words.get(1))) {
        continue;
      }
      if (words.get(1).equals("export")) {
        Files.createDirectories(folder.resolve("runs"));
        Files.move(folder.resolve("run-" + runs), folder.resolve("runs/episode"));
      }
      System.setIn(new ByteArrayInputStream("y\n".repeat(200).getBytes(StandardCharsets.UTF_8)));
      boolean moves = words.contains("--arm") || !words.contains("--robot-config");
      assertThat(type(command)).as(command).isEqualTo(moves ? Exit.DONE : Exit.NOT_DONE);
      typed++;
    }
    assertThat(typed).isGreaterThan(5);
    assertThat(isRecording("coke.mcap")).isTrue();
    assertThat(isRecording("kitchen.mcap")).isTrue();
    assertThat(isRecording("episode.mcap")).isTrue();
  }
}
