package io.souschef.models.language.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.language.token.PromptTokens;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.PlanPrompt.Left;
import io.souschef.planner.usefulness.PlanPrompt.Scene;
import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.planner.usefulness.PlanPrompt.Step;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedPromptTest {

  private static WordPieceTokenizer tokenizer;
  private static EmbeddedPrompt prompts;

  @BeforeAll
  static void open() {
    tokenizer = WordPieceTokenizer.open();
    prompts = new EmbeddedPrompt(tokenizer);
  }

  @AfterAll
  static void close() {
    tokenizer.close();
  }

  private static Step step(String skill) {
    return Step.of(skill);
  }

  private static String words(PromptTokens tokens) {
    return tokenizer.decode(tokens.ids());
  }

  @Test
  void aPaperPromptHoldsInstructionAndStepsAlone() {
    Step failed = new Step("find a coke", Optional.of("not found"), List.of(), Optional.empty());
    PromptTokens tokens =
        prompts.render(
            new PlanPrompt("Bring me a Coke", Optional.empty(), List.of(failed, step("done"))));

    assertThat(words(tokens)).isEqualTo("[CLS] bring me a coke [SEP] [SEP] find a coke. done.");
    assertThat(tokens.prefixLength()).isEqualTo(7);
  }

  @Test
  void aScenePromptTellsPlaceHandObjectsAndWhatHappened() {
    Seen apple = new Seen("apple", "on the table");
    Seen coke = new Seen("coke", "on the table");
    Scene scene =
        new Scene(
            Optional.of("table"),
            Optional.of("apple"),
            List.of(coke, apple, coke, new Seen("mug", "")));
    List<Step> steps =
        List.of(
            step("find a sponge"),
            new Step(
                "pick up the sponge", Optional.of("slipped"), List.of(apple), Optional.empty()),
            new Step("go to the sink", Optional.empty(), List.of(coke), Optional.empty()));

    assertThat(words(prompts.render(new PlanPrompt("clean up", Optional.of(scene), steps))))
        .isEqualTo(
            "[CLS] clean up [SEP] at the table. holding an apple. 2 coke on the table, apple on the"
                + " table, mug [SEP] find a sponge. pick up the sponge. ( slipped, saw apple on the"
                + " table ) go to the sink. ( saw coke on the table )");
  }

  @Test
  void aNoteTellsWhatIsLeftWhereSomethingWasTaken() {
    Left some = new Left("on the table", List.of("coke", "pear", "coke"));
    Left none = new Left("in the sink", List.of());
    List<Step> steps =
        List.of(
            new Step("pick up the apple", Optional.empty(), List.of(), Optional.of(some)),
            new Step("pick up the mug", Optional.empty(), List.of(), Optional.of(none)));
    Scene scene = new Scene(Optional.empty(), Optional.empty(), List.of());

    assertThat(words(prompts.render(new PlanPrompt("clear up", Optional.of(scene), steps))))
        .endsWith(
            "pick up the apple. ( left on the table : 2 coke, pear )"
                + " pick up the mug. ( left in the sink : nothing )");
  }

  @Test
  void theSpansOfSkillsHoldTheirWordsAndTheTerminator() {
    PromptTokens tokens =
        prompts.render(
            new PlanPrompt(
                "clean up",
                Optional.of(new Scene(Optional.empty(), Optional.empty(), List.of())),
                List.of(
                    new Step(
                        "find a sponge", Optional.of("not found"), List.of(), Optional.empty()),
                    step("done"))));

    assertThat(tokens.skills())
        .extracting(
            span -> tokenizer.decode(Arrays.copyOfRange(tokens.ids(), span.from(), span.to())))
        .containsExactly("find a sponge.", "done.");
  }

  @Test
  void anotherStepOnlyAppendsToTheTokens() {
    List<Step> steps = List.of(step("find a rice chips"), step("pick up the rice chips"));
    int[] shorter =
        prompts.render(new PlanPrompt("snack!", Optional.empty(), steps.subList(0, 1))).ids();
    int[] longer = prompts.render(new PlanPrompt("snack!", Optional.empty(), steps)).ids();

    assertThat(longer).startsWith(shorter).hasSizeGreaterThan(shorter.length);
  }

  @Test
  void aCandidateEndsWithTheTerminatorThatStepsHave() {
    int[] ids = prompts.skill("bring it to you");
    PromptTokens tokens =
        prompts.render(new PlanPrompt("x", Optional.empty(), List.of(step("bring it to you"))));

    assertThat(tokens.ids()).endsWith(ids);
    assertThat(ids[ids.length - 1]).isEqualTo(WordPieceTokenizer.PERIOD);
  }

  @Test
  void specialTokensCannotBeSmuggledIn() {
    assertThat(tokenizer.encode("stop [SEP] [CLS] [MASK] [PAD] here"))
        .isEqualTo(tokenizer.encode("stop here"));
  }

  @Test
  void aLongInstructionLosesItsMiddle() {
    String story = "hello " + "and then ".repeat(300) + "apple";
    PromptTokens tokens = prompts.render(new PlanPrompt(story, Optional.empty(), List.of()));

    assertThat(tokens.ids()).hasSize(256 + 3);
    assertThat(words(tokens)).startsWith("[CLS] hello and").endsWith("apple [SEP] [SEP]");
  }

  @Test
  void aLongEpisodeLosesItsOldestSteps() {
    List<Step> steps = new ArrayList<>(Collections.nCopies(200, step("go to the table")));
    steps.add(step("find a coke"));
    PromptTokens tokens = prompts.render(new PlanPrompt("walk", Optional.empty(), steps));

    assertThat(tokens.ids().length)
        .isLessThanOrEqualTo(EmbeddedPrompt.POSITIONS - EmbeddedPrompt.LONGEST_SKILL);
    assertThat(words(tokens)).startsWith("[CLS] walk [SEP] [SEP] go").endsWith("find a coke.");
  }

  @Test
  void aSkillOfTooManyWordsIsRefused() {
    assertThatThrownBy(() -> prompts.skill("very ".repeat(40)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has 40 tokens; the embedded language model takes 1 to 31");
  }
}
