package io.souschef.planner.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.Shorthand;
import io.souschef.planner.program.meaning.Meanings.Meaning;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DoubtTest {

  private static final double CONFIDENCE = 0.6;

  @Test
  void whatIsSureEnoughIsNotAskedAbout() {
    assertThat(of(meaning("bring coke", 0.7), meaning("bring pepsi", 0.2))).isEmpty();
  }

  @Test
  void betweenFewLikelyMeaningsThePersonChooses() {
    Doubt<Meaning> doubt =
        of(
                meaning("move bowl > top drawer", 0.5),
                meaning("move bowl > bottom drawer", 0.4),
                meaning("bring bowl", 0.05))
            .orElseThrow();

    assertThat(doubt.options())
        .containsExactly("move(\"bowl\", \"top drawer\");", "move(\"bowl\", \"bottom drawer\");");
    assertThat(doubt.choice(" 2 ").map(Meaning::probability)).contains(0.4);
    assertThat(doubt.choice("the lower one")).isEmpty();
  }

  @Test
  void betweenManyUnlikelyMeaningsNobodyHasToChoose() {
    assertThat(
            of(
                    meaning("bring coke", 0.15),
                    meaning("bring pepsi", 0.15),
                    meaning("bring tea", 0.15),
                    meaning("bring mug", 0.14),
                    meaning("bring lime soda", 0.14))
                .orElseThrow()
                .options())
        .isEmpty();
    assertThat(of()).map(Doubt::options).contains(List.of());
  }

  @Test
  void meaningsThatMoveNothingCountTogether() {
    assertThat(of(meaning("refuse", 0.4), meaning("cannot", 0.3), meaning("bring coke", 0.2)))
        .isEmpty();
    assertThat(of(meaning("chat", 0.4), meaning("bring coke", 0.3)).orElseThrow().options())
        .isEmpty();
  }

  @Test
  void whatStandsFarAboveTheOthersNeedsNotBeAsLikely() {
    assertThat(of(meaning("bring coke", CONFIDENCE * CONFIDENCE + 0.1), meaning("bring tea", 0.01)))
        .isEmpty();
    assertThat(of(meaning("bring coke", 0.2))).isPresent();
  }

  @Test
  void aSureQuestionIsAsked() {
    assertThat(of(meaning("ask place", 0.9)).orElseThrow().question()).isEqualTo("Where to?");
  }

  @Test
  void forATargetAllThatAreLikelyEnoughAreAskedAbout() {
    Asking asking = new Asking.ForTarget(0.85, 0.25);
    List<Meaning> two = List.of(meaning("bring coke", 0.6), meaning("bring pepsi", 0.3));
    assertThat(Doubt.of(two, asking).orElseThrow().options())
        .containsExactly("bring(\"coke\");", "bring(\"pepsi\");");
    List<Meaning> one = List.of(meaning("bring coke", 0.6), meaning("bring pepsi", 0.1));
    assertThat(Doubt.of(one, asking)).isEmpty();
    List<Meaning> none = List.of(meaning("bring coke", 0.04), meaning("bring pepsi", 0.04));
    assertThat(Doubt.of(none, asking).orElseThrow().options()).isEmpty();
    List<Meaning> still = List.of(meaning("chat", 0.3), meaning("cannot", 0.3));
    assertThat(Doubt.of(still, asking)).isEmpty();
  }

  @Test
  void whoNeverAsksGoesByTheLikeliestUnlessOnlyThePersonCanSay() {
    Asking never = new Asking.Never();
    List<Meaning> unsure = List.of(meaning("bring coke", 0.2), meaning("bring tea", 0.19));
    assertThat(Doubt.of(unsure, never)).isEmpty();
    assertThat(Doubt.of(List.of(meaning("ask place", 0.2)), never).orElseThrow().question())
        .isEqualTo("Where to?");
    assertThat(Doubt.of(List.<Meaning>of(), never)).isPresent();
    Meaning question = meaning("ask thing", 0.9);
    Meaning other = meaning("bring any thing ! apple", 0.01);
    assertThat(never.admitted(List.of(question, other))).containsExactly(other);
    assertThat(never.admitted(List.of(question))).containsExactly(question);
    assertThat(Asking.usual().admitted(List.of(question, other))).hasSize(2);
  }

  private static Optional<Doubt<Meaning>> of(Meaning... meanings) {
    return Doubt.of(List.of(meanings), new Asking.WhenUnsure(CONFIDENCE));
  }

  private static Meaning meaning(String line, double probability) {
    return new Meaning(Shorthand.parse(List.of(line, "done")), List.of(line), probability);
  }
}
