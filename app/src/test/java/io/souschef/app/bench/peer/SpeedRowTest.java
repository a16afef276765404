package io.souschef.app.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.bench.SpeedSection;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpeedRowTest {

  @Test
  void aRowStandsBesideItsPeerAndOneWithoutSaysWhy() {
    SpeedRow row = SpeedRow.of("a picture", "ms").before(28).goal(8).here(3.456);
    String page =
        SpeedSection.speed(
                new SpeedBenchmark.Report(
                    SpeedBenchmark.Part.BODIES,
                    List.of(
                        row.beside("C", 0.0421).note("p95 9.0 ms"),
                        row.without("MuJoCo", "No module named 'mujoco'"))))
            .body();
    assertThat(page)
        .contains("| a picture | ms | 28.0 | 8.00 | 3.46 | C | 0.042 | p95 9.0 ms |")
        .contains("| MuJoCo | – | not here: No module named 'mujoco' |");
  }

  @Test
  void figuresHaveTheDigitsThatTheyAreWorth() {
    assertThat(SpeedRow.figure(OptionalDouble.of(12345.6))).isEqualTo("12,346");
    assertThat(SpeedRow.figure(OptionalDouble.of(0))).isEqualTo("0.000");
    assertThat(SpeedRow.figure(OptionalDouble.empty())).isEqualTo("–");
  }
}
