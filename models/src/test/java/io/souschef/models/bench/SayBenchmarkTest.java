package io.souschef.models.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.bench.SayBenchmark.Row;
import io.souschef.models.bench.SayBenchmark.Way;
import io.souschef.models.language.RandomDecoders;
import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Sketches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SayBenchmarkTest {

  @Test
  void everyWayIsMeasuredAtEverySize(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("tiny.onnx"), RandomDecoders.embedded(7, 1, "1996"));
    List<GroundedSkill> pool =
        SkillLibrary.standard().ground(Sketches.vocabulary(), Sketches.observation());
    AtomicLong clock = new AtomicLong();
    SayBenchmark.Report report;
    try (EmbeddedLanguageModel model =
        EmbeddedLanguageModel.open(file, new EmbeddedLanguageModel.Settings(1, 1))) {
      report =
          new SayBenchmark(
                  model,
                  new SayBenchmark.Settings(List.of(8, pool.size() + 20), 2, 8, 1),
                  () -> clock.getAndAdd(3_000_000))
              .run(pool);
    }

    assertThat(report.rows()).hasSize(2 * 6);
    assertThat(report.rows()).extracting(Row::way).contains(Way.values());
    assertThat(report.rows()).filteredOn(row -> !row.scaled()).allMatch(row -> row.p50Ms() == 3);
    assertThat(report.rows())
        .filteredOn(Row::scaled)
        .allMatch(row -> row.skills() > 8 && row.p50Ms() == 3 * row.skills() / 8.0);
  }

  @Test
  void percentilesAreByNearestRank() {
    double[] values = {5, 1, 4, 2, 3};
    assertThat(SayBenchmark.percentile(values, 0.5)).isEqualTo(3);
    assertThat(SayBenchmark.percentile(values, 0.95)).isEqualTo(5);
  }
}
