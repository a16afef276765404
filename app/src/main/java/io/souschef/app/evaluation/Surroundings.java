package io.souschef.app.evaluation;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Where figures are measured: the machine, and the state of the sources. Stateless. */
public final class Surroundings {

  private Surroundings() {}

  /** Processor, cores, memory for Java, operating system, Java: one line. */
  public static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return "%s, %d cores, %d MB for Java %s, %s"
        .formatted(
            processor(),
            runtime.availableProcessors(),
            runtime.maxMemory() >> 20,
            System.getProperty("java.version"),
            System.getProperty("os.name"));
  }

  private static String processor() {
    try {
      Path facts = Path.of("/proc/cpuinfo");
      if (Files.isReadable(facts)) {
        Optional<String> model =
            Files.readAllLines(facts).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
        if (model.isPresent()) {
          return model.get();
        }
      }
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
    return System.getProperty("os.arch");
  }

  /** The commit of the sources, "with changes" when files differ from it; "unknown" without git. */
  public static String git() {
    File home = new File(System.getProperty("souschef.home", "."));
    Optional<String> commit = output(home, "git", "rev-parse", "HEAD");
    Optional<String> changes = output(home, "git", "status", "--porcelain");
    return commit
        .map(hash -> hash + (changes.orElse("").isBlank() ? "" : " with changes"))
        .orElse("unknown");
  }

  private static Optional<String> output(File folder, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean good = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
      return good ? Optional.of(text.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
