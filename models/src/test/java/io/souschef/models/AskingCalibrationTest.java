package io.souschef.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskingCalibrationTest {

  @TempDir Path folder;

  @Test
  void whatIsMeantLiesInTheSetAsOftenAsIsWanted() {
    SplittableRandom random = new SplittableRandom(3);
    for (double target : new double[] {0.6, 0.85, 0.95}) {
      double covered = 0;
      int rounds = 400;
      for (int round = 0; round < rounds; round++) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
          shares.add(random.nextDouble());
        }
        double least = new AskingCalibration(60, round, shares).least(target);
        covered += 1 - least;
      }
      // The mean of 400 rounds: the promise is at least the target, at most 1 / 61 more.
      assertThat(covered / rounds).isCloseTo(target + 0.5 / 61, within(0.012));
    }
  }

  @Test
  void tooFewRequestsLeaveNothingOut() {
    AskingCalibration few = new AskingCalibration(3, 1, List.of(0.9, 0.5, 0.8));
    assertThat(few.least(0.95)).isZero();
    assertThat(few.least(0.75)).isEqualTo(0.5);
    assertThat(few.least(0.25)).isEqualTo(0.9);
  }

  @Test
  void aTargetThatIsNoneIsRefused() {
    AskingCalibration one = new AskingCalibration(1, 1, List.of(0.9));
    for (double target : new double[] {0, 1, -1, Double.NaN}) {
      assertThatThrownBy(() -> one.forTarget(target))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("between 0 and 1");
    }
  }

  @Test
  void theShippedOneAsksMoreTheHigherTheTarget() {
    AskingCalibration shipped = AskingCalibration.shipped();
    assertThat(shipped.requests()).isGreaterThanOrEqualTo(1000);
    assertThat(shipped.shares()).hasSize(shipped.requests());
    assertThat(shipped.least(0.6)).isGreaterThan(shipped.least(0.8));
  }
}
