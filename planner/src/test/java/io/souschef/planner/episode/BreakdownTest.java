package io.souschef.planner.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.execution.RobotException;
import org.junit.jupiter.api.Test;

class BreakdownTest {

  @Test
  void whatHasWordsKeepsThemAndTheRestIsNamed() {
    assertThat(Breakdown.words(new RobotException("It is gone"))).isEqualTo("It is gone");
    assertThat(Breakdown.words(new ScoringException("Too slow"))).isEqualTo("Too slow");
    assertThat(Breakdown.words(new IndexOutOfBoundsException("5 of 3")))
        .isEqualTo("IndexOutOfBoundsException: 5 of 3");
    assertThat(Breakdown.words(new NullPointerException())).isEqualTo("NullPointerException");
    assertThat(Breakdown.words(new UnsatisfiedLinkError("libx")))
        .isEqualTo("UnsatisfiedLinkError: libx");
  }
}
