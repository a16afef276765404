package io.souschef.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What opens and closes does so at the first try, empty or full. A few scenes by default; {@code
 * -Dsouschef.soak=67} for two hundred tries and more.
 */
class DoorsIT {

  private static final int SCENES = Integer.getInteger("souschef.soak", 9);

  @Test
  void everyDoorAndDrawerOpensAndClosesAtTheFirstTryWhateverIsInIt() {
    DoorTrials trials = new DoorTrials();
    for (int seed = 1; seed <= SCENES; seed++) {
      trials.run(seed);
    }
    assertThat(trials.tries()).isEqualTo(4 * SCENES);
    assertThat(trials.failures()).hasSizeLessThanOrEqualTo(trials.tries() / 50);
  }
}
