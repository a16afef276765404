package io.souschef.app.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.souschef.skills.file.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures in Python, where it and the libraries are installed; nothing is installed by this. */
public final class PythonPeer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_S = 300;

  private final String python;

  /**
   * A peer.
   *
   * @param python program, of a virtual environment perhaps
   */
  public PythonPeer(String python) {
    this.python = python;
  }

  /** What came of it. */
  sealed interface Answer {}

  /** It measured. */
  record Figures(JsonNode values) implements Answer {}

  /** It cannot be measured on this machine. */
  record NotHere(String why) implements Answer {}

  /**
   * Runs a script of this package, which reads a JSON file and prints one.
   *
   * @param work what it is to do
   */
  Answer ask(String script, JsonNode work) {
    try {
      Path folder = Files.createTempDirectory("souschef-peer");
      Path program = folder.resolve(script);
      Path file = folder.resolve("work.json");
      Path errors = folder.resolve("errors");
      try (InputStream in = Resource.open(PythonPeer.class, script)) {
        Files.copy(in, program);
        JSON.writeValue(file.toFile(), work);
        return run(List.of(python, program.toString(), file.toString()), errors);
      } finally {
        for (Path each : List.of(program, file, errors, folder)) {
          Files.deleteIfExists(each);
        }
      }
    } catch (IOException e) {
      return new NotHere("%s cannot be run (%s)".formatted(python, e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new NotHere("interrupted");
    }
  }

  private static Answer run(List<String> command, Path errors)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try {
      process.getOutputStream().close();
      // The scripts print one line when they are done; who hangs is ended below.
      var line = process.inputReader(StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        return new NotHere("it was not done after %s s".formatted(PATIENCE_S));
      }
      if (process.exitValue() != 0) {
        List<String> words = Files.readAllLines(errors, StandardCharsets.UTF_8);
        return new NotHere(
            words.isEmpty() || process.exitValue() != 1
                ? "it ended with code " + process.exitValue()
                : words.get(words.size() - 1));
      }
      return new Figures(JSON.readTree(line));
    } finally {
      process.destroyForcibly();
    }
  }
}
