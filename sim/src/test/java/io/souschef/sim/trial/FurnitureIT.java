package io.souschef.sim.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a home is furnished with, what is opened, put, taken and closed works first time. */
class FurnitureIT {

  private static final int SEEDS = 4;
  private static final double LEAST = 0.75;
  private static final double LEAST_OF_DOORS = 0.98;

  @ParameterizedTest
  @EnumSource(FurnitureTrials.Sort.class)
  void firstTriesWork(FurnitureTrials.Sort sort) {
    FurnitureTrials trials = new FurnitureTrials();
    for (int seed = 1; seed <= SEEDS; seed++) {
      trials.run(sort, seed);
    }
    assertThat(trials.rate(sort)).as("%s", trials.failures()).isGreaterThanOrEqualTo(LEAST);
    assertThat(trials.doorsTried(sort) > 0).isEqualTo(sort.hasDoor());
    assertThat(trials.doorRate(sort))
        .as("%s", trials.failures())
        .isGreaterThanOrEqualTo(LEAST_OF_DOORS);
  }
}
