package io.souschef.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTestTest {

  /** Twice the binomial tail at one half: 2 (1 + 10) / 1024, 2 / 64, 2 (1 + 6 + 15) / 64. */
  @ParameterizedTest
  @CsvSource({"1, 9, 0.021484375", "0, 6, 0.03125", "4, 2, 0.6875", "3, 3, 1", "0, 0, 1"})
  void exactProbabilityOfAnUnevenSplit(int onlyFirst, int onlySecond, double p) {
    assertThat(PairedTest.mcNemar(100, onlyFirst, onlySecond).p()).isCloseTo(p, within(1e-12));
  }

  @Test
  void manyPairsDoNotOverflow() {
    assertThat(PairedTest.mcNemar(5000, 900, 1100).p()).isBetween(7e-6, 9e-6);
  }

  @Test
  void theDifferenceIsThatOfTheRates() {
    assertThat(PairedTest.mcNemar(10, 1, 4).difference()).isCloseTo(0.3, within(1e-12));
  }
}
