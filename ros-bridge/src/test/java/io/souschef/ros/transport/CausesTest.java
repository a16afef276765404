package io.souschef.ros.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** One cause is one complaint, whatever its numbers. */
class CausesTest {

  @Test
  void complaintsThatDifferInNumbersOfAnyKindAreToldOnce() {
    Causes causes = new Causes(Duration.ofHours(1));
    SplittableRandom random = new SplittableRandom(5);
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-300, -1e18};
    int told = 0;
    for (int i = 0; i < 500; i++) {
      double value = i % 3 == 0 ? odd[random.nextInt(odd.length)] : random.nextDouble(-2, 2);
      told +=
          causes.next("a pose is (%s, %s), not finite".formatted(value, -value)).isPresent()
              ? 1
              : 0;
    }
    assertThat(told).isEqualTo(1);
    assertThat(causes.next("a pose is nowhere")).isPresent();
  }
}
