package io.souschef.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.episode.EpisodeEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftTableTest {

  @Test
  void programsAreCountedByHowTheyCameToPass() {
    DraftTable table = new DraftTable();
    table.add(
        List.of(
            drafted(1, 1, "GRAMMAR"),
            drafted(2, 1, "GRAMMAR", "Line 1, column 1: no"),
            drafted(2, 2, "GRAMMAR"),
            drafted(3, 1, "NOT", "Line 1, column 1: no"),
            drafted(0, 1, "NOT")));
    table.add(List.of(drafted(1, 1, "NOT", "Line 1, column 1: no")));
    table.add(List.of(new EpisodeEvent.Told("no program")));

    assertThat(table.markdown())
        .startsWith(
            "1 of 2 requests have a program that passes the check; 3 of 6 texts were held to the"
                + " grammar:")
        .contains("| for a request | 4 | 1 | 1 | 2 |")
        .contains("| after a failure | 1 | 1 | – | 0 |");
  }

  @Test
  void aRunWithoutProgramsHasNoTable() {
    assertThat(new DraftTable().markdown()).isEmpty();
  }

  private static EpisodeEvent drafted(int sample, int attempt, String held, String... mistakes) {
    return new EpisodeEvent.Drafted(sample, attempt, "", "chat();", held, List.of(mistakes));
  }
}
