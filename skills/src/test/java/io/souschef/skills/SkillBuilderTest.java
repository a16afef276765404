package io.souschef.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.SkillTemplate.ArgumentType;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Sketches;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkillBuilderTest {

  private static SkillBuilder toss() {
    return SkillTemplate.builder("toss", "toss {the thing} {in the target}")
        .argument("thing", ArgumentType.KIND)
        .argument("target", ArgumentType.RECEPTACLE)
        .need("hand holds thing")
        .need("not target is closed", FailureReason.CLOSED, "The {target} is shut")
        .effect("thing is in target")
        .effect("hand is empty")
        .takes(4, 0.5);
  }

  @Test
  void aTemplateInCodeIsTheOneOfAFile(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("skills.yaml"),
            """
            skills:
              - action: toss
                text: toss {the thing} {in the target}
                arguments: {thing: kind, target: receptacle}
                needs:
                  - hand holds thing
                  - {that: not target is closed, reason: closed, message: "The {target} is shut"}
                effects: [thing is in target, hand is empty]
                seconds: 4
                seconds_per_metre: 0.5
              - {action: done, text: done}
            """);
    assertThat(toss().build()).isEqualTo(SkillLibrary.read(file).templates().get(0));
  }

  @Test
  void aLibraryTakesMoreSkills() {
    SkillLibrary library = SkillLibrary.standard().and(List.of(toss().build()));
    assertThat(
            library.parse(
                "toss the coke in the fridge", Sketches.vocabulary(), Sketches.observation()))
        .isPresent();
  }

  @Test
  void whatSaysNothingTakesWhatTheShippedSkillDeclares() {
    SkillTemplate grab =
        SkillTemplate.builder("pick_up", "grab {the object}")
            .argument("object", ArgumentType.KIND)
            .build();
    assertThat(grab.declaration()).isPresent();
  }

  @Test
  void mistakesNameTheSkillAndTheMend() {
    assertThatThrownBy(() -> SkillTemplate.builder("toss", "toss {the thing}").build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Skill 'toss': the slots [thing]");
    assertThatThrownBy(() -> toss().need("the moon is full").build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Skill 'toss', needs[2]");
    assertThatThrownBy(() -> toss().takes(-1, 0).build())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Skill 'toss'");
  }

  @Test
  void aLibraryThatCannotEndOrRepeatsItselfIsRefused() {
    assertThatThrownBy(() -> SkillLibrary.of(List.of(toss().build())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'done'");
    assertThatThrownBy(() -> SkillLibrary.standard().and(List.of(toss().build(), toss().build())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("Two skills say 'toss");
  }
}
