package io.souschef.app.bench.peer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.bench.SayBenchmark;
import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.file.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shipped network over the paper's number of skills on one thread, beside Python's ONNX Runtime
 * with the same network and texts of the same lengths: the prompt once, then all skills in batches
 * over its keys and values.
 */
final class NetworkSpeed {

  private static final int SKILLS = 551;
  private static final int REPETITIONS = 7;
  private static final int SAMPLED = 16;
  private static final int BATCH = 16;
  private static final String PEER = "Python's ONNX Runtime, batches over keys and values";

  private final PythonPeer python;

  NetworkSpeed(PythonPeer python) {
    this.python = python;
  }

  List<SpeedRow> rows(List<GroundedSkill> pool) {
    try (EmbeddedLanguageModel model =
        EmbeddedLanguageModel.shipped(new EmbeddedLanguageModel.Settings(1, 1))) {
      SayBenchmark.Report report =
          new SayBenchmark(
                  model,
                  new SayBenchmark.Settings(List.of(SKILLS), REPETITIONS, SAMPLED, 1),
                  ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime)
              .run(pool);
      PythonPeer.Answer answer = python.ask("network.py", work(model, pool));
      return Stream.of(
              row("best of 551 skills, prompt new", report, SayBenchmark.Way.BEST_FIRST),
              row("all scores of 551 skills, prompt new", report, SayBenchmark.Way.TRIE))
          .map(row -> beside(row, answer))
          .toList();
    }
  }

  private static SpeedRow row(String what, SayBenchmark.Report report, SayBenchmark.Way way) {
    return report.rows().stream()
        .filter(row -> row.way() == way && !row.warm())
        .findFirst()
        .map(row -> SpeedRow.of(what, "ms CPU").here(row.p50Ms()))
        .orElseThrow();
  }

  private static SpeedRow beside(SpeedRow row, PythonPeer.Answer answer) {
    return answer instanceof PythonPeer.Figures figures
        ? row.beside(PEER, figures.values().path("ms").asDouble())
        : row.without(PEER, ((PythonPeer.NotHere) answer).why());
  }

  private static ObjectNode work(EmbeddedLanguageModel model, List<GroundedSkill> pool) {
    ObjectNode work = JsonNodeFactory.instance.objectNode();
    List<GroundedSkill> skills = pool.subList(0, Math.min(SKILLS, pool.size()));
    int prompt = model.tokens(SayBenchmark.firstPrompt(), List.of());
    work.put("model", file().toString()).put("prompt", prompt).put("batch", BATCH);
    work.put("repetitions", REPETITIONS);
    ArrayNode lengths = work.putArray("skills");
    for (GroundedSkill skill : skills) {
      lengths.add(model.tokens(SayBenchmark.firstPrompt(), List.of(skill)) - prompt);
    }
    work.put(
        "words",
        skills.stream().flatMap(skill -> Stream.of(skill.text().split(" "))).distinct().count());
    return work;
  }

  /** The network as a file, which goes with this process. */
  private static Path file() {
    try (InputStream in =
        Resource.open(EmbeddedLanguageModel.class, EmbeddedLanguageModel.RESOURCE)) {
      Path file = Files.createTempFile("souschef", ".onnx");
      file.toFile().deleteOnExit();
      Files.write(file, in.readAllBytes());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("The network cannot be written where Python reads it", e);
    }
  }
}
