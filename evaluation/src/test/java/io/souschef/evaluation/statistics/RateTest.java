package io.souschef.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  /** Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void intervalsMatchPublishedOnes(int successes, int trials, double low, double high) {
    Rate rate = Rate.wilson(successes, trials);
    assertThat(rate.low()).isCloseTo(low, within(5e-5));
    assertThat(rate.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void successAndFailureMirrorEachOther() {
    assertThat(Rate.wilson(29, 29).low()).isCloseTo(1 - Rate.wilson(0, 29).high(), within(1e-12));
  }

  @Test
  void nothingTriedSaysNothing() {
    assertThat(Rate.wilson(0, 0)).isEqualTo(new Rate(0, 0, 0, 0, 1));
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    assertThatThrownBy(() -> Rate.wilson(3, 2))
        .hasMessage("A rate needs 0 <= successes <= trials, got 3 of 2");
  }
}
