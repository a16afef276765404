package io.souschef.evaluation.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.RunFolder;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWatchTest {

  @TempDir Path temp;

  /** What was told last, once it is so many episodes. */
  private static JsonNode await(RunWatch watch, int ended) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode json = watch.json();
      if (json.path("ended").asInt() == ended) {
        return json;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("Never saw %s episodes: %s".formatted(ended, watch.json()));
  }

  @Test
  void a_run_is_seen_to_grow_while_it_is_written() throws Exception {
    List<EpisodeKey> keys = ScriptedEpisodes.keys();
    try (RunFolder folder = RunFolder.open(temp, ScriptedEpisodes.spec())) {
      RunWatch watch = RunWatch.of(temp);
      JsonNode none = watch.json();
      assertThat(none.path("planned").asInt()).isEqualTo(keys.size());
      assertThat(none.path("ended").asInt()).isZero();
      assertThat(none.path("failures")).isEmpty();
      assertThat(none.has("quietS")).isFalse();

      int failed = 0;
      String newest = "";
      for (EpisodeKey key : keys) {
        EpisodeRecord record = ScriptedEpisodes.episode(key);
        Files.createFile(temp.resolve("traces").resolve(key.fileName() + "-plan.jsonl.gz"));
        folder.record(record);
        if (!record.succeeded()) {
          failed++;
          newest = key.suite() + ":" + key.task();
        }
      }

      JsonNode all = await(watch, keys.size());
      assertThat(failed).isPositive();
      assertThat(all.path("failed").asInt()).isEqualTo(failed);
      assertThat(all.at("/failures/0/task").asText()).isEqualTo(newest);
      assertThat(all.at("/failures/0/why").asText()).isNotEmpty();
      assertThat(all.path("rates")).hasSize(2);
      JsonNode rate = all.at("/rates/0/plan");
      assertThat(rate.path("low").asDouble()).isLessThan(rate.path("rate").asDouble());
      assertThat(rate.path("high").asDouble()).isGreaterThan(rate.path("rate").asDouble());
      assertThat(rate.path("trials").asInt()).isEqualTo(keys.size() / 2);
      assertThat(all.path("quietS").asDouble()).isNotNegative();
    }
  }

  @Test
  void a_line_that_is_being_written_is_passed_over() throws Exception {
    EpisodeKey first = ScriptedEpisodes.keys().get(0);
    try (RunFolder folder = RunFolder.open(temp, ScriptedEpisodes.spec())) {
      folder.record(ScriptedEpisodes.episode(first));
    }
    Files.writeString(
        temp.resolve("episodes.jsonl"), "{\"suite\":\"pla", StandardOpenOption.APPEND);

    assertThat(RunWatch.of(temp).json().path("ended").asInt()).isEqualTo(1);
  }

  @Test
  void only_traces_of_its_own_attempts_are_named() throws IOException {
    EpisodeKey first = ScriptedEpisodes.keys().get(0);
    Path secret = Files.writeString(temp.resolve("secret.jsonl.gz"), "x");
    try (RunFolder folder = RunFolder.open(temp, ScriptedEpisodes.spec())) {
      folder.record(ScriptedEpisodes.episode(first));
      Path trace = temp.resolve("traces").resolve(first.fileName() + "-plan.jsonl.gz");
      Files.createFile(trace);
      RunWatch watch = RunWatch.of(temp);
      assertThat(watch.trace(first.fileName() + "-plan")).isEqualTo(trace);
      for (String other :
          List.of("../secret", secret.toString(), "", "none", first.fileName() + "-execution")) {
        assertThatThrownBy(() -> watch.trace(other))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("no attempt");
      }
    }
  }

  @Test
  void a_folder_without_a_run_is_refused() {
    assertThatThrownBy(() -> RunWatch.of(temp))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holds no run");
  }
}
