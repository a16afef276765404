package io.souschef.training.affordance.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryMetricsTest {

  @Test
  void aPerfectOrderHasAnAreaOfOne() {
    BinaryMetrics metrics =
        BinaryMetrics.of(
            new double[] {0.1, 0.2, 0.7, 0.9}, new boolean[] {false, false, true, true});
    assertThat(metrics.auc()).isEqualTo(1);
    assertThat(metrics.brier()).isCloseTo((0.01 + 0.04 + 0.09 + 0.01) / 4, within(1e-12));
    assertThat(metrics.positives()).isEqualTo(0.5);
  }

  @Test
  void tiesCountHalf() {
    boolean[] outcomes = {false, true, true, false, true};
    assertThat(BinaryMetrics.of(new double[] {1, 1, 1, 1, 1}, outcomes).auc()).isEqualTo(0.5);
    assertThat(BinaryMetrics.of(new double[] {0.2, 0.2, 0.9, 0.1, 0.9}, outcomes).auc())
        .isCloseTo(5.5 / 6, within(1e-12));
  }

  @Test
  void alwaysOneIsOffByTheShareOfFailures() {
    BinaryMetrics metrics =
        BinaryMetrics.of(new double[] {1, 1, 1, 1}, new boolean[] {true, false, false, false});
    assertThat(metrics.ece()).isEqualTo(0.75);
    assertThat(metrics.brier()).isEqualTo(0.75);
  }

  @Test
  void outcomesDrawnFromTheProbabilitiesAreCalibrated() {
    Random random = new Random(3);
    double[] predicted = random.doubles(50_000).toArray();
    boolean[] outcomes = new boolean[predicted.length];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = random.nextDouble() < predicted[i];
    }
    BinaryMetrics metrics = BinaryMetrics.of(predicted, outcomes);
    assertThat(metrics.ece()).isLessThan(0.01);
    assertThat(metrics.auc()).isCloseTo(5.0 / 6, within(0.01));
  }

  @Test
  void withoutBothOutcomesThereIsNoArea() {
    assertThat(BinaryMetrics.of(new double[] {0.5}, new boolean[] {true}).auc()).isNaN();
  }
}
