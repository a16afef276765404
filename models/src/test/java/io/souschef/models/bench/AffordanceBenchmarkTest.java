package io.souschef.models.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.affordance.RandomObservations;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.affordance.Attempts;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AffordanceBenchmarkTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  @Test
  void theFirstCallAndThePercentilesOfTheOthersAreReported() {
    AtomicLong calls = new AtomicLong();
    AffordanceFunction slower =
        new AffordanceFunction() {
          @Override
          public String name() {
            return "slower every time";
          }

          @Override
          public double[] values(
              Observation observation, Attempts earlier, List<GroundedSkill> skills) {
            nanos.addAndGet(calls.incrementAndGet() * 1_000_000);
            bytes.addAndGet(calls.get() > 12 ? 300 : 100);
            return new double[skills.size()];
          }

          @Override
          public void close() {}
        };
    GroundedSkill done = new GroundedSkill("done", "done", "done", Map.of());
    AffordanceBenchmark.Result result =
        new AffordanceBenchmark(nanos::get, bytes::get)
            .run(slower, new RandomObservations(new Random(1)).next(), List.of(done), 2, 20);
    assertThat(result)
        .isEqualTo(new AffordanceBenchmark.Result(1, 20, 1, 2 + 10, 2 + 19, 2 + 20, 100, 300));
  }
}
