package io.souschef.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.evaluation.report.AskingTable.Case;
import io.souschef.planner.episode.EpisodeEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AskingTableTest {

  private static final EpisodeEvent ANSWERED =
      new EpisodeEvent.Asked("Which?", List.of("coke", "tea"), Optional.of("tea"));
  private static final EpisodeEvent SILENCE =
      new EpisodeEvent.Asked("Which?", List.of("coke", "tea"), Optional.empty());

  @Test
  void questionsAreCountedByWhetherTheyWereCalledFor() {
    AskingTable table = new AskingTable();
    table.add("one", Case.of("ambiguous", true, List.of(ANSWERED)));
    table.add("one", Case.of("ambiguous", false, List.of(ANSWERED)));
    table.add("one", Case.of("ambiguous", false, List.of()));
    table.add("one", Case.of("ambiguous", true, List.of()));
    table.add("one", Case.of("clear", true, List.of()));
    table.add("one", Case.of("clear", false, List.of(SILENCE)));
    table.add("one", Case.of("clear", false, List.of()));
    table.add("one", Case.of("impossible", true, List.of()));

    String row = table.markdown().lines().reduce((first, last) -> last).orElseThrow();
    assertThat(row)
        .startsWith("| one | 50.0% [")
        .matches(
            "\\| one \\| 50\\.0% \\[.*?\\] \\| 33\\.3% \\[.*?\\] \\| 62\\.5% \\[.*?\\] \\|"
                + " 37\\.5% \\[.*?\\] \\| 12\\.5% \\[.*?\\] \\| 12\\.5% \\[.*?\\] \\|");
  }
}
