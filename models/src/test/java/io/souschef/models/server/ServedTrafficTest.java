package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.server.FakeServer.Api;
import io.souschef.models.server.http.CountingProxy;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.models.server.http.Traffic;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a decision over 53 skills may cost at a server of each dialect, and what comes of it. */
class ServedTrafficTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(30), 3, Duration.ofMillis(1), Duration.ofSeconds(90));
  private static final String PROMPT = "Human: bring me a coke\nRobot: 1. find a coke, 2.";
  private static final List<String> SKILLS =
      IntStream.range(0, 53)
          .mapToObj(
              i ->
                  " %s the %s thing%s,"
                      .formatted(
                          List.of("find", "push", "wipe", "lift").get(i % 4),
                          List.of("red", "big", "old").get(i % 3),
                          i / 2))
          .toList();

  @ParameterizedTest
  @CsvSource({"ECHO,2,200000", "PROMPT_LOGPROBS,2,300000", "LLAMA,12,200000"})
  void aDecisionTakesFewRequestsAndBytesAndItsScoresAreTheModels(Api api, int requests, long bytes)
      throws IOException {
    double[] weights = new Random(2).doubles(SKILLS.size()).toArray();
    try (FakeServer server = new FakeServer(api);
        CountingProxy proxy = new CountingProxy(server.address());
        CompletionServer model = CompletionServer.open(proxy.address(), Map.of(), POLICY)) {
      double[] truth =
          SKILLS.stream().mapToDouble(skill -> server.model().truth(PROMPT, skill)).toArray();

      Traffic before = model.traffic();
      proxy.reset();
      List<Scored> best = model.best(PROMPT, SKILLS, weights);
      assertThat(proxy.requests()).isLessThanOrEqualTo(requests);
      assertThat(proxy.bytesDown()).isLessThan(bytes);
      assertThat(model.traffic().since(before))
          .isEqualTo(new Traffic(proxy.requests(), proxy.bytesUp(), proxy.bytesDown()));

      proxy.reset();
      assertThat(model.logProbabilities(PROMPT, SKILLS))
          .containsExactly(truth, Offset.offset(1e-4));
      assertThat(proxy.requests()).isLessThanOrEqualTo(requests);
      assertThat(proxy.bytesDown()).isLessThan(bytes);

      assertThat(best.stream().max(Comparator.comparingDouble(s -> value(s, weights))))
          .hasValueSatisfying(
              chosen ->
                  assertThat(Math.exp(chosen.logSay()) * weights[chosen.index()])
                      .isCloseTo(highest(truth, weights), Offset.offset(1e-4)));
    }
  }

  private static double value(Scored scored, double[] weights) {
    return Math.exp(scored.logSay()) * weights[scored.index()];
  }

  private static double highest(double[] truth, double[] weights) {
    return IntStream.range(0, truth.length)
        .mapToDouble(i -> Math.exp(truth[i]) * weights[i])
        .max()
        .orElseThrow();
  }
}
