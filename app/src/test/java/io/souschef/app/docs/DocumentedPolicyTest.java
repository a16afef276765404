package io.souschef.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.Instruction;
import io.souschef.planner.ScriptPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.limit.EpisodeLimits;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.ideal.IdealKitchen;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.PlainFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example policy of the pages, and the page's own, in the default kitchen. */
class DocumentedPolicyTest {

  private static final SkillLibrary LIBRARY = SkillLibrary.standard();

  private final List<EpisodeEvent> events = new ArrayList<>();

  private static final class NoModel implements UsefulnessScorer {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public double[] score(PlanPrompt prompt, List<GroundedSkill> skills) {
      return new double[skills.size()];
    }

    @Override
    public void close() {}
  }

  private static Terms example(String clock) {
    String policy =
        new PlainFile("Policy file", Path.of("..", "docs", "policy.yaml"))
            .text(PlainFile.HAND_WRITTEN);
    return new Terms("Policy file 'policy.yaml'", policy, clock, EpisodeLimits.NONE);
  }

  private EpisodeEvent.Ended play(Terms terms, String script) {
    IdealKitchen kitchen =
        new IdealKitchen(
            new SceneReader(KitchenFile.standard())
                .parse(
                    "test",
                    """
                    robot: {at: user}
                    objects:
                      - {kind: fork, at: table}
                      - {kind: spoon, at: top drawer}
                      - {kind: dish soap, at: close counter}
                      - {kind: coke, at: far counter}
                    """,
                    1));
    return terms
        .around(
            new ScriptPlanner(
                script, LIBRARY, AffordanceFunction.none(), User.nobody(), 60, () -> 0),
            LIBRARY,
            new NoModel())
        .run(new Instruction("test"), kitchen, Map.of(), events::add);
  }

  @ParameterizedTest
  @CsvSource({
    "bring(\"fork\");, nothing sharp to people",
    "move(\"dish soap\"%c \"fridge\");, dish soap stays out of the fridge",
    "move(\"coke\"%c \"compost bin\");, the compost bin is not for bottles and cans",
  })
  void theExampleForbidsWhatItSays(String script, String rule) {
    EpisodeEvent.Ended ended = play(example("12:00"), script.replace("%c", ","));

    assertThat(ended.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(ended.message()).contains("The policy forbids it: " + rule);
    assertThat(events)
        .filteredOn(EpisodeEvent.SkillEnded.class::isInstance)
        .noneMatch(event -> event.toString().contains("pick up"));
  }

  @Test
  void theExampleAllowsTheRest() {
    assertThat(play(example("12:00"), "move(\"fork\", \"sink\"); bring(\"coke\");").outcome())
        .isEqualTo(Outcome.DONE);
  }

  @Test
  void byDayADrawerIsOpenedAndByNightItIsNot() {
    assertThat(play(example("12:00"), "bring(\"spoon\");").outcome()).isEqualTo(Outcome.DONE);
    EpisodeEvent.Ended night = play(example("23:00"), "bring(\"spoon\");");
    assertThat(night.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(night.message()).contains("nobody opens drawers at night");
  }

  @Test
  void theTraceSaysWhichPolicyHeld() {
    EpisodeEvent.Ended unused = play(example("12:00"), "tell(\"hello\");");
    assertThat(events.get(0))
        .isInstanceOfSatisfying(
            EpisodeEvent.Started.class,
            started ->
                assertThat(started.settings())
                    .containsEntry("policy", "Policy file 'policy.yaml'")
                    .containsEntry("clock", "12:00"));
  }

  @Test
  void thePoliciesOfThePageAreUnderstood() {
    List<String> policies = Documentation.blocks("docs/safety.md", "yaml");
    assertThat(policies).isNotEmpty();
    assertThat(policies)
        .allSatisfy(
            policy ->
                new Terms("A policy", policy, "", EpisodeLimits.NONE)
                    .require(LIBRARY, KitchenFile.standard().vocabulary()));
  }

  @Test
  void aWordThatTheKitchenDoesNotKnowIsAMistake() {
    Terms terms =
        new Terms(
            "A policy", "rules: [{rule: a, things: forks and knives}]", "", EpisodeLimits.NONE);
    assertThatThrownBy(() -> terms.require(LIBRARY, KitchenFile.standard().vocabulary()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("forks and knives");
  }

  @Test
  void tokensAreOnlyLimitedWhereAServerCountsThem() {
    Terms terms = new Terms("", "", "", EpisodeLimits.NONE.withTokens(10));
    assertThatThrownBy(() -> play(terms, "tell(\"hello\");"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--max-tokens");
  }
}
