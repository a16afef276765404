package io.souschef.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.training.language.Confidence.Reading;
import io.souschef.training.language.Confidence.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfidenceTest {

  private static final Confidence FOUR =
      new Confidence(
          List.of(
              new Request(List.of(new Reading(0.95, true)), 0.95, List.of(0.95)),
              new Request(List.of(new Reading(0.62, true)), 0.62, List.of(0.62)),
              new Request(List.of(new Reading(0.58, false)), 0.1, List.of(0.58)),
              new Request(List.of(new Reading(0.12, false)), 0.1, List.of(0.12))));

  @Test
  void theHighestThresholdIsTakenThatAsksNoMoreThanItMay() {
    assertThat(FOUR.threshold(0)).isEqualTo(0.6);
    assertThat(FOUR.threshold(0.25)).isEqualTo(0.95);
    assertThat(FOUR.threshold(1)).isEqualTo(1);
  }

  @Test
  void whatAThresholdCostsIsToldOfAllRequests() {
    assertThat(FOUR.overAsk(0.7)).isCloseTo(0.25, within(1e-9));
    assertThat(FOUR.overStep(0.5)).isCloseTo(0.25, within(1e-9));
    assertThat(FOUR.overStep(0.6)).isZero();
    assertThat(FOUR.markdown()).contains("| 0.5 to 0.6 | 1 | 0% | 0.5 | 0.0% | 25.0% |");
  }
}
