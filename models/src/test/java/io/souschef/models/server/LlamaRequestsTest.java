package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.server.FakeServer.Api;
import io.souschef.models.server.http.CountingProxy;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What a decision over many skills costs at a llama.cpp server. */
class LlamaRequestsTest {

  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(30), 3, Duration.ofMillis(1), Duration.ofSeconds(90));
  private static final String PROMPT = "Human: bring me a coke\nRobot: 1. find a coke, 2.";

  private static List<String> skills(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                " %s the %s thing%d,"
                    .formatted(
                        List.of("find", "push", "wipe", "lift").get(i % 4),
                        List.of("red", "big", "old").get(i % 3),
                        i / 2))
        .toList();
  }

  @Test
  void aDecisionTakesAHandfulOfRequestsAndFewBytes() throws IOException {
    List<String> skills = skills(53);
    double[] weights = new Random(2).doubles(skills.size()).toArray();
    try (FakeServer server = new FakeServer(Api.LLAMA);
        CountingProxy proxy = new CountingProxy(server.address());
        CompletionServer model = CompletionServer.open(proxy.address(), Map.of(), POLICY)) {
      proxy.reset();
      model.best(PROMPT, skills, weights);
      assertThat(proxy.requests()).isLessThanOrEqualTo(12);
      assertThat(proxy.bytesDown()).isLessThan(60_000);
      proxy.reset();
      model.logProbabilities(PROMPT, skills);
      assertThat(proxy.requests()).isLessThanOrEqualTo(12);
      assertThat(proxy.bytesDown()).isLessThan(200_000);
    }
  }

  @Test
  void theBestIsFoundWithFewerTokensThanAll() throws IOException {
    List<String> skills = skills(53);
    double[] weights = new Random(2).doubles(skills.size()).toArray();
    try (FakeServer server = new FakeServer(Api.LLAMA);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), POLICY)) {
      server.llama.evaluated.set(0);
      model.best(PROMPT, skills, weights);
      int best = server.llama.evaluated.getAndSet(0);
      model.logProbabilities(PROMPT, skills);
      assertThat(best).isLessThan(server.llama.evaluated.get());
    }
  }

  @Test
  void manyPromptsGoToTheSlotThatHasThemInItsCache() throws IOException {
    try (FakeServer server = new FakeServer(Api.LLAMA);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), POLICY)) {
      model.logProbabilities(PROMPT, skills(53));
      assertThat(server.llama.spread).hasValue(0);
    }
  }

  @RepeatedTest(8)
  void boundsLoseNothing(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> skills = skills(10 + random.nextInt(60));
    double[] weights = random.doubles(skills.size()).map(w -> w < 0.2 ? 0 : w).toArray();
    String prompt = "Robot: " + random.nextInt(1000) + " find the red thing3, 2.";
    try (FakeServer server = new FakeServer(Api.LLAMA);
        CompletionServer model = CompletionServer.open(server.address(), Map.of(), POLICY)) {
      double[] truth =
          skills.stream().mapToDouble(skill -> server.model().truth(prompt, skill)).toArray();
      assertThat(model.logProbabilities(prompt, skills))
          .containsExactly(truth, Offset.offset(1e-6));
      double highest =
          IntStream.range(0, truth.length)
              .mapToDouble(i -> Math.exp(truth[i]) * weights[i])
              .max()
              .orElseThrow();
      List<Scored> scored = model.best(prompt, skills, weights);
      assertThat(scored)
          .allSatisfy(s -> assertThat(s.logSay()).isCloseTo(truth[s.index()], Offset.offset(1e-6)))
          .anySatisfy(
              s ->
                  assertThat(Math.exp(s.logSay()) * weights[s.index()])
                      .isCloseTo(highest, Offset.offset(1e-6 * highest)));
      assertThat(Arrays.stream(truth).sum()).isNegative();
    }
  }
}
