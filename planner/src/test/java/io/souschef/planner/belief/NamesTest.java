package io.souschef.planner.belief;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Things;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesTest {

  private static final Names NAMES =
      new Names(
          new Vocabulary(
              List.of(
                  kind("jalapeno chips", Set.of("snack", "salty"), "spicy chips"),
                  kind("rice chips", Set.of("snack", "salty", "healthy")),
                  kind("milk carton", Set.of("drink", "cold")),
                  kind("coke", Set.of("drink", "cold", "sugary"), "cola"),
                  kind("apple", Set.of("fruit", "healthy"))),
              List.of(
                  place("fridge", Place.Kind.CLOSABLE, "refrigerator"),
                  place("top drawer", Place.Kind.CLOSABLE),
                  place("bottom drawer", Place.Kind.CLOSABLE),
                  place("user", Place.Kind.PERSON))));

  @Test
  void aliasesPluralsAndCaseAreTheSameName() {
    assertThat(NAMES.kinds("Cola")).containsExactly("coke");
    assertThat(NAMES.kinds("cokes")).containsExactly("coke");
    assertThat(NAMES.kinds("spicy chips")).containsExactly("jalapeno chips");
  }

  @Test
  void aPartOfANameMayMeanSeveral() {
    assertThat(NAMES.kinds("chips")).containsExactly("jalapeno chips", "rice chips");
    assertThat(NAMES.kinds("milk")).containsExactly("milk carton");
  }

  @Test
  void whatIsTrueOfKindsNamesThemToo() {
    assertThat(NAMES.kinds("fruit")).containsExactly("apple");
    assertThat(NAMES.kinds("flavored drink")).containsExactly("milk carton", "coke");
  }

  @Test
  void slipsOfTheFingersAreForgivenWhereNothingElseFits() {
    assertThat(NAMES.kinds("aple")).containsExactly("apple");
    assertThat(NAMES.kinds("pizza")).isEmpty();
  }

  @Test
  void descriptionsAskForAllAndForbid() {
    Things things =
        new Things(
            Things.Reference.ANY,
            Optional.empty(),
            Set.of("drink", "cold"),
            Set.of("sugary"),
            List.of(),
            false,
            Optional.empty(),
            false);

    assertThat(NAMES.kinds(things)).containsExactly("milk carton");
  }

  @Test
  void aHomeThatSaysLittleIsUnderstoodByCommonKnowledge() {
    Names home =
        new Names(
            new Vocabulary(
                List.of(
                    kind("sweater", Set.of()),
                    kind("remote", Set.of()),
                    kind("phone", Set.of()),
                    kind("charger", Set.of())),
                List.of(
                    place("sofa", Place.Kind.SURFACE), place("night stand", Place.Kind.SURFACE))));

    assertThat(home.kinds("clothing")).containsExactly("sweater");
    assertThat(home.kinds("remote control")).containsExactly("remote");
    assertThat(home.kinds("phone charger")).containsExactly("charger");
    assertThat(home.places(PlaceWords.named("couch"))).containsExactly("sofa");
    assertThat(home.places(PlaceWords.named("nightstand"))).containsExactly("night stand");
    assertThat(home.placesAlsoCalled()).contains("couch", "nightstand", "bedside table");
  }

  @Test
  void placesAreNamedLikeThings() {
    assertThat(NAMES.places(PlaceWords.named("refrigerator"))).containsExactly("fridge");
    assertThat(NAMES.places(PlaceWords.named("drawer")))
        .containsExactly("top drawer", "bottom drawer");
    assertThat(NAMES.places(PlaceWords.named("user"))).containsExactly("user");
    assertThat(NAMES.places(new PlaceWords("", Set.of("opens"), Set.of(), true)))
        .containsExactly("fridge", "top drawer", "bottom drawer");
  }

  private static Vocabulary.Kind kind(String noun, Set<String> attributes, String... aliases) {
    return new Vocabulary.Kind(noun, noun + "s", true, attributes, List.of(aliases));
  }

  private static Place place(String name, Place.Kind kind, String... aliases) {
    return new Place(name, kind, Pose.upright(0, 0, 0, 0), 1, 1).with(Set.of(), List.of(aliases));
  }
}
