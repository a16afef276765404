package io.souschef.app.bench.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimBenchmarkTest {

  @Test
  void everyPartIsMeasured() {
    SimBenchmark.Report report = new SimBenchmark().run(60, 1, 2);
    assertThat(report.cold().tasks()).isEqualTo(1);
    assertThat(report.rounds())
        .hasSize(2)
        .allSatisfy(
            round -> {
              assertThat(round.one().tasks()).isEqualTo(1);
              assertThat(round.two().tasks()).isEqualTo(2);
              assertThat(round.two().simulatedS())
                  .isCloseTo(2 * round.one().simulatedS(), within(1e-9));
            });
    JsonNode printed = new ObjectMapper().valueToTree(report);
    assertThat(List.of("timesRealTime", "scaling", "scalingPerCpu"))
        .allSatisfy(figure -> assertThat(printed.path(figure).asDouble()).isPositive());
    assertThat(report.states())
        .extracting(WorldStates.Row::freeObjects)
        .containsExactly(8, 8, 8, 20, 20, 20, 36, 36, 36);
    assertThat(report.profile().stream().mapToDouble(StepProfile.Share::percent).sum())
        .isCloseTo(100, within(1e-6));
    assertThat(report.lines()).anyMatch(line -> line.contains("step: "));
  }
}
