package io.souschef.skills.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

  private static final List<String> KNOWN = List.of("run", "eval", "tasks", "report", "--seed");

  @Test
  void aSlipIsFoundAndAnotherWordIsNot() {
    assertThat(Suggestion.nearest("rnu", KNOWN)).contains("run");
    assertThat(Suggestion.nearest("evla", KNOWN)).contains("eval");
    assertThat(Suggestion.nearest("task", KNOWN)).contains("tasks");
    assertThat(Suggestion.nearest("--sede", KNOWN)).contains("--seed");
    assertThat(Suggestion.nearest("banana", KNOWN)).isEmpty();
    assertThat(Suggestion.nearest("", KNOWN)).isEmpty();
  }

  @Test
  void distancesAreThoseOfDamerau() {
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
    assertThat(Suggestion.distance("abc", "acb")).isEqualTo(1);
    assertThat(Suggestion.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Suggestion.distance("same", "same")).isZero();
  }

  @Test
  void whatWasTypedInCapitalsIsFound() {
    assertThat(Suggestion.nearest("--SEED", KNOWN)).contains("--seed");
    assertThat(Suggestion.nearest("REPROT", KNOWN)).contains("report");
  }
}
