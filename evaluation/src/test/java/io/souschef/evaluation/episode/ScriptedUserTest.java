package io.souschef.evaluation.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedUserTest {

  @Test
  void theNthQuestionGetsTheNthAnswerAndLaterOnesNone() {
    ScriptedUser user = new ScriptedUser(List.of("the pepsi", "on the table"));
    user.tell("I am on my way");
    assertThat(user.ask("Which soda?", List.of("coke", "pepsi"))).contains("the pepsi");
    assertThat(user.ask("Where to?", List.of())).contains("on the table");
    assertThat(user.ask("Are you sure?", List.of())).isEmpty();
  }

  @Test
  void whoHasNoAnswersNeverAnswers() {
    assertThat(new ScriptedUser(List.of()).ask("Which soda?", List.of())).isEmpty();
  }
}
