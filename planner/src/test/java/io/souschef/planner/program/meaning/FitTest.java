package io.souschef.planner.program.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.ProgramWriter.Written;
import io.souschef.planner.program.Shorthand;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitTest {

  private static final Names NAMES =
      new Names(
          new Vocabulary(
              List.of(
                  kind("apple", "fruit", "red"),
                  kind("pear", "fruit"),
                  kind("lemon", "fruit", "sour", "yellow"),
                  kind("coke", "drink")),
              List.of(
                  place("user", Place.Kind.PERSON),
                  place("table", Place.Kind.SURFACE),
                  place("sofa", Place.Kind.SURFACE))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bring pear                 | bring any fruit            | true
          bring any fruit            | bring pear                 | false
          bring any fruit - sour     | bring any fruit            | true
          bring the fruit            | bring pear                 | true
          bring the fruit            | bring any fruit            | true
          bring any fruit            | bring the fruit            | true
          bring pear                 | bring the fruit            | false
          bring the fruit            | bring coke                 | false
          bring any fruit            | bring any fruit ! same     | true
          bring any fruit ! same     | bring any fruit            | true
          bring pear @ table         | bring pear                 | true
          bring pear                 | bring pear @ table         | false
          bring the fruit            | bring pear @ table         | true
          bring the fruit @ sofa     | bring pear @ table         | false
          bring all any fruit        | bring all any fruit - sour | false
          bring all any fruit - sour | bring all any fruit        | false
          bring 2 pear               | bring any fruit            | false
          move pear > sofa           | bring any fruit            | false
          move pear > sofa           | move any fruit > sofa      | true
          move pear > sofa           | move any fruit > table     | false
          bring pear . bring coke    | bring any fruit . bring any drink | true
          bring pear . bring coke    | bring any fruit            | false
          bring coke . bring any fruit | bring coke . bring any fruit ! same | false
          chat                       | bring pear                 | false
          """)
  void whatIsDoneFitsWhatIsMeant(String done, String meant, boolean fits) {
    assertThat(Meanings.fits(program(done), program(meant), NAMES)).isEqualTo(fits);
  }

  @Test
  void theMeaningThatTheOthersFallUnderGoesFirstWhereTheLikeliestIsUnsure() {
    List<Meanings.Meaning> read =
        Meanings.of(
                List.of(
                    written("bring pear", 0.4),
                    written("bring the fruit", 0.3),
                    written("bring lemon @ table", 0.2)),
                NAMES)
            .all();
    assertThat(read.get(1).assured()).isCloseTo(0.9, within(1e-9));
    assertThat(new Asking.WhenUnsure(0.8).admitted(read).get(0).written())
        .isEqualTo("bring the fruit");
    assertThat(new Asking.WhenUnsure(0.3).admitted(read)).isEqualTo(read);
    assertThat(new Asking.WhenUnsure(1).admitted(read)).isEqualTo(read);
  }

  private static Written written(String line, double probability) {
    return new Written(program(line), List.of(line), probability);
  }

  private static Program program(String lines) {
    List<String> all = new ArrayList<>(List.of(lines.split(" \\. ")));
    all.add(Shorthand.DONE);
    return Shorthand.parse(all);
  }

  private static Vocabulary.Kind kind(String noun, String... attributes) {
    return new Vocabulary.Kind(noun, noun + "s", true, Set.of(attributes), List.of());
  }

  private static Place place(String name, Place.Kind kind) {
    return new Place(name, kind, Pose.upright(0, 0, 0.8, 0), 1, 1);
  }
}
