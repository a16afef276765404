package io.souschef.evaluation;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Which sources figures were measured with. Stateless. */
public final class SourceState {

  private SourceState() {}

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
