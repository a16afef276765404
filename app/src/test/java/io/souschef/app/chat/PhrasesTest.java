package io.souschef.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

  private final Phrases phrases =
      new Phrases(
          List.of("coke", "rice chips", "kettle chips", "close counter"),
          List.of("/scene", "close the fridge", "pick up the rice chips"));

  @Test
  void thingsAndPlacesOfSeveralWordsAreCompletedWhereverTheyBegin() {
    assertThat(phrases.endings("bring me a co")).containsExactly("coke");
    assertThat(phrases.endings("bring me the ri")).containsExactly("rice chips");
    assertThat(phrases.endings("bring me the rice ch")).containsExactly("chips");
    assertThat(phrases.endings("Bring Me The RICE CH")).containsExactly("chips");
    assertThat(phrases.endings("put it on the close ")).containsExactly("counter");
  }

  @Test
  void skillsAndCommandsAreCompletedAtTheStartOfTheLine() {
    assertThat(phrases.endings("/s")).containsExactly("/scene");
    assertThat(phrases.endings("  clo")).containsExactly("close counter", "close the fridge");
    assertThat(phrases.endings("please clo")).containsExactly("close counter");
    assertThat(phrases.endings("pick up the rice c")).containsExactly("chips");
  }

  @Test
  void nothingIsOfferedWhereNothingIsTyped() {
    assertThat(phrases.endings("")).isEmpty();
    assertThat(phrases.endings("bring ")).isEmpty();
    assertThat(phrases.endings("bring ((")).isEmpty();
  }
}
