package io.souschef.app.robot;

import io.souschef.app.CommandProcess;
import io.souschef.skills.execution.RobotException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code souschef robot} in a process of its own, which ends when this is closed. */
public final class RobotProcess implements AutoCloseable {

  /** What it prints once it can be reached. */
  public static final String READY = "The simulated robot is ready";

  private static final long READY_S = 120;
  private static final long END_S = 20;

  private final Process process;

  private RobotProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts one and waits until it can be reached.
   *
   * @param options of the command
   * @param log where it writes
   * @throws RobotException when it does not get ready, with what it wrote
   */
  public static RobotProcess start(List<String> options, Path log) {
    List<String> arguments = new ArrayList<>(List.of("robot"));
    arguments.addAll(options);
    try {
      RobotProcess robot = new RobotProcess(CommandProcess.start(arguments, log));
      robot.awaitReady(log);
      return robot;
    } catch (IOException e) {
      throw new RobotException("The simulated robot's process cannot be started: " + e, e);
    }
  }

  /** A port of this machine that nobody listens at now. */
  public static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free", e);
    }
  }

  private void awaitReady(Path log) throws IOException {
    try {
      CommandProcess.awaitText(process, log, READY, READY_S);
    } catch (TimeoutException e) {
      close();
      throw new RobotException(
          "The simulated robot's process did not get ready: " + Files.readString(log).strip(), e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new RobotException("Interrupted", e);
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
