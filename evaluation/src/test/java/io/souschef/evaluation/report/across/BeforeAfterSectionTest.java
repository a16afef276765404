package io.souschef.evaluation.report.across;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.statistics.Statistics;
import io.souschef.evaluation.statistics.Timings;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BeforeAfterSectionTest {

  private static final String CONFIGURATION = ScriptedEpisodes.FULL.name();

  @Test
  void onlyWhatBothTriedIsComparedPairByPair() {
    // Earlier 10 tasks, of which 0 to 3 succeed; later 2 to 11, of which all but 2 and 11 do.
    RunView before = run(IntStream.range(0, 10), 0, 1, 2, 3);
    RunView after = run(IntStream.range(2, 12), 3, 4, 5, 6, 7, 8, 9, 10);

    String table = BeforeAfterSection.table(List.of(before), List.of(after)).markdown();

    assertThat(table)
        .contains("| plain | the plan | 8 | 25% [")
        .contains("| 88% [")
        .contains("+62 points (p = 0.125; 6 gained, 1 lost of 8 pairs)")
        .doesNotContain("physics");
  }

  @Test
  void suitesThatOneOfThemLacksAreLeftOut() {
    assertThat(BeforeAfterSection.table(List.of(), List.of(run(IntStream.range(0, 3)))).markdown())
        .doesNotContain("plain");
  }

  private static RunView run(IntStream tasks, Integer... won) {
    List<Integer> wins = List.of(won);
    List<EpisodeRecord> episodes =
        tasks.mapToObj(task -> episode(task, wins.contains(task))).toList();
    return new RunView(
        Path.of("run"),
        ScriptedEpisodes.spec(),
        episodes,
        Statistics.of(episodes.size(), List.of(CONFIGURATION), episodes),
        Timings.of(episodes, List.of()));
  }

  private static EpisodeRecord episode(int task, boolean goal) {
    EpisodeKey key = new EpisodeKey("plain", "task-" + task, 1, CONFIGURATION);
    EpisodeRecord any = ScriptedEpisodes.episode(key);
    Attempt plan =
        new Attempt(
            goal, List.of(), Outcome.DONE, "over", List.of(), OptionalInt.empty(), false, 1);
    return new EpisodeRecord(
        key,
        "verbs",
        "go",
        Optional.of(plan),
        Optional.empty(),
        any.planTiming(),
        any.executionTiming());
  }
}
