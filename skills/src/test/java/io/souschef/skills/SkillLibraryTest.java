package io.souschef.skills;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.world.Sketches;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SkillLibraryTest {

  private final SkillLibrary library = SkillLibrary.standard();

  private List<String> texts() {
    return library
        .ground(
            Sketches.vocabulary(),
            Sketches.observation(
                Sketches.object("apple-1", "apple", Sketches.TABLE),
                Sketches.object("coke-1", "coke", Sketches.TABLE)))
        .stream()
        .map(GroundedSkill::text)
        .toList();
  }

  @Test
  void nounsGetTheArticleThatEnglishWants() {
    assertThat(texts())
        .contains("find an apple", "find a coke", "find some rice chips", "pick up the rice chips");
  }

  @Test
  void placesGetTheirPreposition() {
    assertThat(texts())
        .contains("put the coke on the table", "put the coke in the fridge")
        .doesNotContain("put the coke on the fridge", "put the coke with the user");
  }

  @Test
  void onlyWhatOpensIsOpened() {
    assertThat(texts()).contains("open the fridge").doesNotContain("open the table");
  }

  @Test
  void twoObjectsAreRelatedOnlyWhenBothAreKnown() {
    assertThat(texts())
        .contains("move the apple near the coke", "move the coke near the apple")
        .doesNotContain("move the apple near the apple", "move the apple near the rice chips");
  }

  @Test
  void everySkillHasItsOwnWords() {
    assertThat(texts()).doesNotHaveDuplicates();
  }

  @Test
  void argumentsAndWordingStandBesideTheWords() {
    GroundedSkill skill =
        library
            .parse("put the coke in the fridge", Sketches.vocabulary(), Sketches.observation())
            .orElseThrow();
    assertThat(skill)
        .isEqualTo(
            new GroundedSkill(
                "put",
                "put the coke in the fridge",
                "put the object in the place",
                Map.of("object", "coke", "place", "fridge")));
  }

  @Test
  void everySkillThatCanBeSaidIsFoundByItsWords() {
    SkillLibrary library = SkillLibrary.standard();
    for (GroundedSkill skill : library.ground(Sketches.vocabulary(), Sketches.observation())) {
      assertThat(library.parse(skill.text(), Sketches.vocabulary(), Sketches.observation()))
          .contains(skill);
    }
  }
}
