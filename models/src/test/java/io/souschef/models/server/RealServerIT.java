package io.souschef.models.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.language.DialoguePrompt;
import io.souschef.models.language.LanguageModelScorer;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.writing.TextGenerator.Request;
import io.souschef.skills.GroundedSkill;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
}
