package io.souschef.planner.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link User} keeps. */
public abstract class UserContract {

  private User user = User.nobody();

  /** A fresh user, whom nobody has to stand in for at a keyboard. */
  protected abstract User create();

  @BeforeEach
  void createUser() {
    user = create();
  }

  @Test
  void anAnswerSaysSomethingOrThereIsNone() {
    for (int i = 0; i < 3; i++) {
      assertThat(user.ask("Which one do you mean?", List.of("the novel", "the atlas")).stream())
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void aQuestionNeedsNoOptions() {
    assertThat(user.ask("What shall I do?", List.of())).isNotNull();
  }

  @Test
  void whateverIsToldNeedsNoAnswer() {
    for (String words : List.of("", "It stands there.", "two\nlines", "\u001b[31mred", "🥤")) {
      assertThatCode(() -> user.tell(words)).doesNotThrowAnyException();
    }
    assertThat(user.ask("Anything else?", List.of("yes", "no"))).isNotNull();
  }
}
