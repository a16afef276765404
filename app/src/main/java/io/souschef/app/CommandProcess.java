package io.souschef.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Commands of {@code souschef} in processes of their own. Stateless. */
public final class CommandProcess {

  private static final String MAIN = "io.souschef.app.cli.Main";

  /** What the launcher sets, handed on however this process came by it. */
  private static final List<String> PROPERTIES =
      List.of("java.awt.headless", "ai.djl.offline", "souschef.home");

  private CommandProcess() {}

  /**
   * Starts a command with this process's virtual machine, options and class path.
   *
   * @param arguments the command and its options
   * @param log where it writes
   */
  public static Process start(List<String> arguments, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") || argument.startsWith("-D"))
        .forEach(command::add);
    for (String name : PROPERTIES) {
      Optional.ofNullable(System.getProperty(name))
          .ifPresent(value -> command.add("-D" + name + "=" + value));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /**
   * Waits until a file holds a text that a process writes.
   *
   * @param file which need not be there yet
   * @throws TimeoutException when the process ends without, or the time does
   */
  public static void awaitText(Process process, Path file, String text, long patienceS)
      throws IOException, InterruptedException, TimeoutException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(patienceS);
    boolean alive;
    do {
      alive = process.isAlive();
      if (Files.exists(file) && Files.readString(file).contains(text)) {
        return;
      }
      Thread.sleep(20);
    } while (alive && System.nanoTime() - until < 0);
    throw new TimeoutException("'%s' was not written to '%s'".formatted(text, file));
  }
}
