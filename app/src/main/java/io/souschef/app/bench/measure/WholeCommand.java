package io.souschef.app.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command of Souschef as a whole process, as the shell measures it. */
public final class WholeCommand {

  private WholeCommand() {}

  /**
   * What it took.
   *
   * @param wallS seconds on the wall
   * @param cpuS seconds of processor time, user and system
   */
  public record Cost(double wallS, double cpuS) {}

  /**
   * Runs it to its end.
   *
   * @throws IOException when it cannot be started or fails
   */
  public static Cost of(Path launcher, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "TIMEFORMAT='%R %U %S'; { time \"$@\" >/dev/null 2>&1; } 2>&1",
                "bash",
                launcher.toString()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).start();
    try {
      String words =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .replace(',', '.');
      String[] seconds = words.split(" ");
      if (process.waitFor() != 0 || seconds.length != 3) {
        throw new IOException("'%s' failed".formatted(String.join(" ", arguments)));
      }
      return new Cost(
          Double.parseDouble(seconds[0]),
          Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
