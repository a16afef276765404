package io.souschef.training.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is said of an object or a place in the kitchen and in the training text is the same. */
class KitchenWordsTest {

  private static final Lexicon LEXICON = Lexicon.read(Path.of("text"));
  private static final Vocabulary KITCHEN = KitchenFile.standard().vocabulary();

  @Test
  void everyKindOfTheKitchenIsDescribedAsTheTrainingTextDoes() {
    assertThat(KITCHEN.kinds())
        .allSatisfy(
            kind -> {
              Noun noun = LEXICON.noun(kind.noun()).orElseThrow();
              assertThat(kind.plural()).isEqualTo(noun.plural());
              assertThat(known(kind.attributes(), false))
                  .as(kind.noun())
                  .isEqualTo(new TreeSet<>(noun.attributes()));
            });
  }

  @Test
  void everyPlaceOfTheKitchenIsDescribedAsTheTrainingTextDoes() {
    List<Place> told =
        KITCHEN.places().stream().filter(p -> LEXICON.spot(p.name()).isPresent()).toList();
    assertThat(told).hasSizeGreaterThan(9);
    assertThat(told)
        .allSatisfy(
            place ->
                assertThat(known(place.attributes(), true))
                    .as(place.name())
                    .isEqualTo(
                        new TreeSet<>(LEXICON.spot(place.name()).orElseThrow().attributes())));
  }

  @Test
  void anAliasOfTheKitchenNamesOneThingAlone() {
    List<String> words =
        Stream.of(
                KITCHEN.kinds().stream().map(Vocabulary.Kind::noun),
                KITCHEN.kinds().stream().flatMap(kind -> kind.aliases().stream()),
                KITCHEN.places().stream().map(Place::name),
                KITCHEN.places().stream().flatMap(place -> place.aliases().stream()))
            .flatMap(names -> names)
            .toList();
    assertThat(words).doesNotHaveDuplicates();
    assertThat(words).contains("refrigerator", "garbage can", "bin", "cola", "oj");
    assertThat(words).doesNotContain("counter", "drawer", "chips");
  }

  private static Set<String> known(Set<String> attributes, boolean ofPlace) {
    return attributes.stream()
        .filter(word -> Lexicon.isAttribute(word, ofPlace))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
