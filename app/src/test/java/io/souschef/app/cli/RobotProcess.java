package io.souschef.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code souschef robot} in a process of its own. */
final class RobotProcess implements AutoCloseable {

  private final Path log;
  private final Path config;
  private final Process process;

  RobotProcess(Path folder, String transport, int port, int domain, List<String> more)
      throws IOException {
    log = folder.resolve("robot.log");
    config = folder.resolve("robot.yaml");
    List<String> arguments = new ArrayList<>(List.of("robot", "--transport", transport));
    arguments.addAll(List.of("--port", Integer.toString(port)));
    arguments.addAll(List.of("--domain-id", Integer.toString(domain)));
    arguments.addAll(more);
    process = java(log, arguments);
    awaitText(log, "is ready", process);
    arguments.add("--print-config");
    StringWriter out = new StringWriter();
    Main.run(arguments.toArray(String[]::new), new PrintWriter(out), new PrintWriter(out));
    Files.writeString(config, out.toString());
  }

  /** Starts a command in a process of its own. */
  static Process java(Path log, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Waits until a file holds a text that a process writes. */
  static void awaitText(Path file, String text, Process process) throws IOException {
    while (!(Files.exists(file) && Files.readString(file).contains(text))) {
      if (!process.isAlive()) {
        throw new AssertionError(
            "It ended: " + (Files.exists(file) ? Files.readString(file) : "without a word"));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        process.destroyForcibly();
        throw new AssertionError("Interrupted while waiting for " + text, e);
      }
    }
  }

  /** The file with which a planner reaches it. */
  Path config() {
    return config;
  }

  /** Ends it as Ctrl-C does, and returns all that it printed. */
  String endAndTell() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The robot does not end: " + Files.readString(log));
    }
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
