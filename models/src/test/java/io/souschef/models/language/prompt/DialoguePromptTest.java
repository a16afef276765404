package io.souschef.models.language.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.PlanPrompt.Scene;
import io.souschef.planner.usefulness.PlanPrompt.Seen;
import io.souschef.planner.usefulness.PlanPrompt.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DialoguePromptTest {

  private final DialoguePrompt prompts = DialoguePrompt.standard();

  @Test
  void theStepsSoFarBeginTheAnswer() {
    PlanPrompt prompt =
        new PlanPrompt("Bring me an  apple!", Optional.empty(), List.of(Step.of("find an apple")));
    assertThat(prompts.render(prompt))
        .endsWith(
            "done.\nHuman: How would you do this: Bring me an apple?\nRobot: 1. find an apple, 2.");
  }

  @Test
  void aQuestionStaysAsItIs() {
    assertThat(prompts.render(new PlanPrompt("Can I have tea?", Optional.empty(), List.of())))
        .endsWith("\nHuman: Can I have tea?\nRobot: 1.");
  }

  @Test
  void theSceneAndWhatHappenedAreTold() {
    Scene scene =
        new Scene(
            Optional.of("table"), Optional.empty(), List.of(new Seen("coke", "on the table")));
    PlanPrompt prompt =
        new PlanPrompt(
            "tea",
            Optional.of(scene),
            List.of(new Step("find a tea", Optional.of("not found"), List.of(), Optional.empty())));
    assertThat(prompts.render(prompt))
        .endsWith(
            "\nScene: at the table . coke on the table\nHuman: How would you do this: tea?\n"
                + "Robot: 1. find a tea ( not found ), 2.");
  }

  @Test
  void thereAreSomeFifteenExamplesThatAllEndWithDone() {
    List<String> answers =
        prompts
            .render(new PlanPrompt("x", Optional.empty(), List.of()))
            .lines()
            .filter(line -> line.startsWith("Robot: "))
            .toList();
    assertThat(answers).hasSizeBetween(13, 19);
    assertThat(answers.subList(0, answers.size() - 1)).allMatch(line -> line.endsWith(". done."));
  }

  @Test
  void whatEndsASkillBelongsToIt() {
    assertThat(prompts.continuation("find a coke", false)).isEqualTo(" find a coke,");
    assertThat(prompts.continuation("done", true)).isEqualTo(" done.");
  }
}
