package io.souschef.planner.program.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.ProgramWriter.Written;
import io.souschef.planner.program.Shorthand;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeaningsTest {

  private static final Names NAMES =
      new Names(
          new Vocabulary(
              List.of(
                  new Vocabulary.Kind("coke", "cokes", true, Set.of("drink"), List.of("cola")),
                  new Vocabulary.Kind("mug", "mugs", true, Set.of("dish"), List.of())),
              List.of(
                  place("user", Place.Kind.PERSON),
                  place("sofa", Place.Kind.SURFACE),
                  place("waste bin", Place.Kind.BIN))));

  @Test
  void programsThatComeToTheSameInThisHomeAreOneMeaning() {
    assertThat(meanings("bring coke", "bring cola", "move coke > user", "bring any drink").all())
        .hasSize(1);
    assertThat(meanings("discard mug", "move mug > waste bin", "recycle mug").all()).hasSize(1);
    assertThat(meanings("move mug > sofa", "move mug > couch").all()).hasSize(1);
  }

  @Test
  void programsThatDifferInAnythingThatIsDoneAreSeveral() {
    assertThat(meanings("bring coke", "bring mug", "pick coke", "move coke > sofa").all())
        .hasSize(4);
    assertThat(meanings("bring coke", "bring 2 coke", "bring all coke").all()).hasSize(3);
  }

  @Test
  void theirProbabilitiesAddUp() {
    assertThat(meanings("bring coke", "bring mug", "bring cola").all())
        .extracting(Meanings.Meaning::probability)
        .containsExactly(0.4, 0.2);
  }

  private static Meanings meanings(String... lines) {
    return Meanings.of(
        Arrays.stream(lines)
            .map(line -> new Written(Shorthand.parse(List.of(line, "done")), List.of(line), 0.2))
            .toList(),
        NAMES);
  }

  private static Place place(String name, Place.Kind kind) {
    return new Place(name, kind, Pose.upright(0, 0, 0.8, 0), 1, 1);
  }
}
