package io.souschef.planner.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.belief.Names;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTest {

  private static final Names NAMES =
      new Names(
          new Vocabulary(
              List.of(
                  kind("coke", "red", "soda"),
                  kind("lime soda", "green", "soda"),
                  kind("redbull", "blue"),
                  kind("tea", "hot")),
              List.of(
                  new Place("sofa", Place.Kind.SURFACE, Pose.upright(0, 0, 0.5, 0), 1, 1),
                  new Place("desk", Place.Kind.SURFACE, Pose.upright(2, 0, 0.7, 0), 1, 1))));

  private static final List<String> OPTIONS = List.of("coke", "lime soda", "redbull", "tea");

  @ParameterizedTest
  @CsvSource({
    "coke, coke",
    "the coke please, coke",
    "Red Bull, redbull",
    "red-bull!, redbull",
    "the green one, lime soda",
    "the lime one, lime soda",
    "'coke, no tea today', coke",
    "'not the coke, the tea', tea",
    "coca-cola, coke",
    "the red can, coke",
    "2, lime soda",
    "the second one, lime soda",
    "the first, coke",
    "the last one, tea",
    "the hot one, tea",
  })
  void itIsUnderstoodHoweverItIsSaid(String said, String meant) {
    assertThat(new Answer(said).among(OPTIONS, NAMES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"the soda", "whatever", "the coke or the tea", "a banana", "yes", "stop at once"})
  void whatFitsNoneOrSeveralIsNoChoice(String said) {
    assertThat(new Answer(said).among(OPTIONS, NAMES)).isEmpty();
  }

  @Test
  void placesAreChosenInTheSameWay() {
    assertThat(new Answer("on the couch").among(List.of("desk", "sofa"), NAMES)).contains("sofa");
  }

  private static Vocabulary.Kind kind(String noun, String... attributes) {
    return new Vocabulary.Kind(noun, noun + "s", true, Set.of(attributes), List.of());
  }
}
