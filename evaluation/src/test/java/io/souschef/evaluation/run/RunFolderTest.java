package io.souschef.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.evaluation.Evaluation;
import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.engine.EpisodeRunner;
import io.souschef.evaluation.engine.ThreadEngine;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir Path temp;

  @Test
  void aRunTornAtAnyByteGoesOnAndEndsTheSame() throws IOException {
    Path whole = temp.resolve("whole");
    run(whole, new ScriptedEpisodes());
    byte[] log = Files.readAllBytes(whole.resolve("episodes.jsonl"));
    SplittableRandom random = new SplittableRandom(20);
    for (int i = 0; i < 20; i++) {
      Path torn = temp.resolve("torn-" + i);
      int length = i == 0 ? 0 : random.nextInt(log.length);
      copyTorn(whole, torn, Arrays.copyOf(log, length));
      ScriptedEpisodes again = new ScriptedEpisodes();
      run(torn, again);
      long kept = (long) ScriptedEpisodes.keys().size() - again.runs.get();
      long lines = lines(Arrays.copyOf(log, length));
      assertThat(kept).as("episodes kept of %d bytes", length).isBetween(lines, lines + 1);
      assertThat(torn.resolve("stats.json")).hasSameTextualContentAs(whole.resolve("stats.json"));
      assertThat(Files.readAllLines(torn.resolve("episodes.jsonl")))
          .hasSize(ScriptedEpisodes.keys().size())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aLastLineThatLacksOnlyItsEndIsKept() throws IOException {
    Path whole = temp.resolve("whole");
    run(whole, new ScriptedEpisodes());
    byte[] log = Files.readAllBytes(whole.resolve("episodes.jsonl"));
    Files.write(whole.resolve("episodes.jsonl"), Arrays.copyOf(log, log.length - 1));
    ScriptedEpisodes again = new ScriptedEpisodes();
    run(whole, again);
    assertThat(again.runs).hasValue(0);
    assertThat(Files.readAllBytes(whole.resolve("episodes.jsonl"))).isEqualTo(log);
  }

  @Test
  void aBrokenLineInTheMiddleIsNamed() throws IOException {
    Path folder = temp.resolve("run");
    run(folder, new ScriptedEpisodes());
    Path log = folder.resolve("episodes.jsonl");
    List<String> lines = Files.readAllLines(log);
    Files.writeString(log, lines.get(0) + "\n{\"task\n" + lines.get(1) + "\n");
    assertThatThrownBy(() -> run(folder, new ScriptedEpisodes()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("episodes.jsonl', line 2 is not an episode");
  }

  @Test
  void twoRunsCannotShareAFolder() {
    try (RunFolder held = RunFolder.open(temp, ScriptedEpisodes.spec())) {
      assertThatThrownBy(() -> RunFolder.open(temp, ScriptedEpisodes.spec()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage(
              "Another run is writing to '%s'; wait for its end or choose another --out",
              held.path());
    }
    RunFolder.open(temp, ScriptedEpisodes.spec()).close();
  }

  @Test
  void aFolderTakesOnNoOtherRun() {
    RunSpec spec = ScriptedEpisodes.spec();
    RunFolder.open(temp, spec).close();
    RunSpec.Plan plan = spec.plan();
    RunSpec other =
        new RunSpec(
            new RunSpec.Plan(
                plan.suites(),
                plan.configurations(),
                plan.models(),
                List.of(1L),
                plan.stepLimit(),
                plan.rates(),
                plan.scores()),
            spec.provenance());
    assertThatThrownBy(() -> RunFolder.open(temp, other))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holds another run (its seeds are [1, 2, 3]); choose another --out");
  }

  @Test
  void anEpisodeIsWrittenOnce() {
    try (RunFolder folder = RunFolder.open(temp, ScriptedEpisodes.spec())) {
      EpisodeRecord episode = ScriptedEpisodes.episode(ScriptedEpisodes.keys().get(0));
      folder.record(episode);
      assertThatThrownBy(() -> folder.record(episode)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void resultsDoNotDependOnTheNumberOfThreads() throws IOException {
    Path one = temp.resolve("one");
    Path four = temp.resolve("four");
    run(one, new ScriptedEpisodes(), 1);
    run(four, new ScriptedEpisodes(), 4);
    assertThat(four.resolve("stats.json")).hasSameTextualContentAs(one.resolve("stats.json"));
  }

  @Test
  void aFailingRunnerEndsTheRunAndKeepsWhatEnded() {
    ScriptedEpisodes scripted = new ScriptedEpisodes();
    try (RunFolder folder = RunFolder.open(temp, ScriptedEpisodes.spec())) {
      ThreadEngine engine = new ThreadEngine(() -> new FailingRunner(scripted.create(), 5), 1);
      Evaluation evaluation = new Evaluation(folder, ScriptedEpisodes.keys());
      assertThatThrownBy(() -> evaluation.run(engine, episode -> {})).hasMessage("server gone");
      assertThat(folder.finished()).hasSize(5);
    }
  }

  /** Breaks down after some episodes. */
  private static final class FailingRunner implements EpisodeRunner {
    private final EpisodeRunner runner;
    private int left;

    FailingRunner(EpisodeRunner runner, int left) {
      this.runner = runner;
      this.left = left;
    }

    @Override
    public EpisodeResult run(EpisodeKey key) {
      if (left-- == 0) {
        throw new IllegalStateException("server gone");
      }
      return runner.run(key);
    }

    @Override
    public void close() {
      runner.close();
    }
  }

  private static void run(Path folder, ScriptedEpisodes episodes) {
    run(folder, episodes, 1);
  }

  private static void run(Path path, ScriptedEpisodes episodes, int threads) {
    try (RunFolder folder = RunFolder.open(path, ScriptedEpisodes.spec())) {
      new Evaluation(folder, ScriptedEpisodes.keys())
          .run(new ThreadEngine(episodes, threads), episode -> {});
    }
  }

  private static void copyTorn(Path from, Path to, byte[] log) throws IOException {
    Files.createDirectories(to);
    Files.copy(from.resolve("run_spec.json"), to.resolve("run_spec.json"));
    Files.write(to.resolve("episodes.jsonl"), log, StandardOpenOption.CREATE);
  }

  private static long lines(byte[] bytes) {
    long lines = 0;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    return lines;
  }

  @Test
  void aRunOfANewerProgramIsRefusedAsSuchAndAnOlderOneIsRead() throws IOException {
    Path folder = temp.resolve("newer");
    run(folder, new ScriptedEpisodes());
    Path file = folder.resolve("run_spec.json");
    String spec = Files.readString(file);
    assertThat(spec).contains("\"schemaVersion\" : 1");
    Files.writeString(file, spec.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));
    assertThatThrownBy(() -> RunFolder.readSpec(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("was written by a newer Souschef (schemaVersion 2");
    Files.writeString(
        file, spec.replaceFirst(",\\s*\"schemaVersion\" : 1|\"schemaVersion\" : 1,", ""));
    assertThat(Files.readString(file)).doesNotContain("schemaVersion");
    assertThat(RunFolder.readSpec(folder).plan().stepLimit()).isPositive();
  }
}
