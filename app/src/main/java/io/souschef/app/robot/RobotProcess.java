package io.souschef.app.robot;

import io.souschef.skills.execution.RobotException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code souschef robot} in a process of its own, which ends when this is closed. */
public final class RobotProcess implements AutoCloseable {

  /** What it prints once it can be reached. */
  public static final String READY = "The simulated robot is ready";

  private static final String MAIN = "io.souschef.app.cli.Main";
  private static final long READY_S = 120;
  private static final long END_S = 20;

  private final Process process;
  private final Path log;

  private RobotProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts one with this process's virtual machine, options and class path, and waits until it can
   * be reached.
   *
   * @param options of the command
   * @param log where it writes
   * @throws RobotException when it does not get ready, with what it wrote
   */
  public static RobotProcess start(List<String> options, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") || argument.startsWith("-D"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "robot"));
    command.addAll(options);
    try {
      RobotProcess robot =
          new RobotProcess(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(log.toFile())
                  .start(),
              log);
      robot.awaitReady();
      return robot;
    } catch (IOException e) {
      throw new RobotException("The simulated robot's process cannot be started: " + e, e);
    }
  }

  private void awaitReady() throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_S);
    while (!Files.readString(log).contains(READY)) {
      if (System.nanoTime() - until > 0 || !process.isAlive()) {
        close();
        throw new RobotException(
            "The simulated robot's process did not get ready: " + Files.readString(log).strip());
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        close();
        Thread.currentThread().interrupt();
        throw new RobotException("Interrupted", e);
      }
    }
  }

  /** Ends it as Ctrl-C does, or by force where that does not help. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
