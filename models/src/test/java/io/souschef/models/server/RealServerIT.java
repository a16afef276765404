package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.language.LanguageModelScorer;
import io.souschef.models.language.prompt.DialoguePrompt;
import io.souschef.models.server.http.CountingProxy;
import io.souschef.models.server.http.RetryPolicy;
import io.souschef.models.server.http.ServerAddress;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import io.souschef.planner.writing.TextGenerator.Held;
import io.souschef.planner.writing.TextGenerator.Request;
import io.souschef.planner.writing.TextGenerator.Written;
import io.souschef.skills.GroundedSkill;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real server with a real model, where {@code SOUSCHEF_TEST_SERVER} names one. */
@EnabledIfEnvironmentVariable(
    named = "SOUSCHEF_TEST_SERVER",
    matches = ".+#.+",
    disabledReason = "no server is named; docs/language-models.md tells how to start one")
class RealServerIT {

  @Test
  void aRealModelFindsTheObviousSkillLikelier() {
    ServerAddress address = ServerAddress.parse(System.getenv("SOUSCHEF_TEST_SERVER"));
    List<GroundedSkill> skills =
        Stream.of("find a sponge", "find a coke", "wipe the table")
            .map(text -> new GroundedSkill("any", text, text, Map.of()))
            .toList();
    PlanPrompt prompt = new PlanPrompt("bring me a coke", Optional.empty(), List.of());
    CompletionServer model =
        CompletionServer.open(address, System.getenv(), RetryPolicy.standard());
    try (LanguageModelScorer scorer = new LanguageModelScorer(model, DialoguePrompt.standard())) {
      double[] scores = scorer.score(prompt, skills);

      assertThat(scores[1]).isGreaterThan(scores[0]);
      assertThat(scores[0]).isGreaterThan(scores[2]);
      assertThat(scorer.best(prompt, skills, new double[] {1, 1, 1}))
          .anySatisfy(scored -> assertThat(scored.index()).isEqualTo(1))
          .allSatisfy(
              scored ->
                  assertThat(scored.logSay())
                      .isCloseTo(scores[scored.index()], Offset.offset(0.05)));
      assertThat(
              model
                  .generator()
                  .orElseThrow()
                  .write(Request.of("one, two, three,", 4, List.of()))
                  .text())
          .isNotBlank();
    }
  }

  @Test
  void aDecisionTakesAHandfulOfRequests() throws IOException {
    List<String> skills =
        Stream.of("find a", "pick up the", "put down the", "bring the user the")
            .flatMap(
                verb ->
                    Stream.of("coke", "sponge", "apple", "water bottle", "rice chips", "mug")
                        .map(noun -> " %s %s,".formatted(verb, noun)))
            .toList();
    double[] weights = new double[skills.size()];
    Arrays.fill(weights, 1);
    String prompt =
        DialoguePrompt.standard()
            .render(new PlanPrompt("bring me a coke", Optional.empty(), List.of()));
    ServerAddress address = ServerAddress.parse(System.getenv("SOUSCHEF_TEST_SERVER"));
    try (CountingProxy proxy = new CountingProxy(address);
        CompletionServer model =
            CompletionServer.open(proxy.address(), System.getenv(), RetryPolicy.standard())) {
      proxy.reset();
      List<Scored> best = model.best(prompt, skills, weights);
      assertThat(proxy.requests()).isLessThanOrEqualTo(10);
      assertThat(proxy.bytesDown()).isLessThan(1_000_000);
      proxy.reset();
      double[] all = model.logProbabilities(prompt, skills);
      assertThat(proxy.requests()).isLessThanOrEqualTo(10);
      int highest =
          IntStream.range(0, all.length)
              .boxed()
              .max(Comparator.comparingDouble(i -> all[i]))
              .orElseThrow();
      assertThat(best)
          .anySatisfy(scored -> assertThat(scored.index()).isEqualTo(highest))
          .allSatisfy(
              scored ->
                  assertThat(scored.logSay()).isCloseTo(all[scored.index()], Offset.offset(0.05)));
    }
  }

  @Test
  void aSmallModelWritesUnderAGrammar() {
    ServerAddress address = ServerAddress.parse(System.getenv("SOUSCHEF_TEST_SERVER"));
    String grammar =
        """
        root ::= (call "\\n"){1,4}
        call ::= ("bring" | "open") "(" thing ");"
        thing ::= "coke" | "fridge"
        """;
    try (CompletionServer model =
        CompletionServer.open(address, System.getenv(), RetryPolicy.standard())) {
      Written written =
          model
              .generator()
              .orElseThrow()
              .write(Request.of("// bring me a coke\n", 60, List.of()).under(grammar));
      assertThat(written.held()).isEqualTo(Held.GRAMMAR);
      assertThat(written.text()).matches("((bring|open)\\((coke|fridge)\\);\n){1,4}");
    }
  }
}
