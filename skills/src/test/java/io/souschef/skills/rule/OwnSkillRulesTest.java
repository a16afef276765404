package io.souschef.skills.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.SkillTemplate;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.failure.FailureReason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSkillRulesTest extends SkillRulesCase {

  @Test
  void aSkillOfOnesOwnIsUnderstoodByItsDeclaration(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("skills.yaml");
    Files.writeString(
        file,
        """
        skills:
          - action: toss
            text: toss {the thing} into {the target}
            arguments: {thing: kind, target: receptacle}
            needs:
              - {that: hand holds thing, message: "First take the {thing}"}
              - {that: not target is closed, reason: closed, message: "The {target} is shut"}
            effects: [thing is in target, hand is empty]
            seconds: 4
          - {action: pick_up, text: "grab {the object}", arguments: {object: kind}}
          - {action: sing, text: sing}
          - {action: done, text: done}
        """);
    SkillLibrary own = SkillLibrary.read(file);
    SkillRules rules = new SkillRules(own);
    add("coke-1", "coke", "user", true);
    GroundedSkill toss = skill(own, "toss the coke into the fridge");
    assertThat(rules.check(toss, world))
        .isInstanceOfSatisfying(
            Verdict.Impossible.class,
            failed -> assertThat(failed.message()).isEqualTo("First take the coke"));
    assertThat(rules.apply(skill(own, "grab the coke"), world).isPossible())
        .as("a default action in other words does what it always does")
        .isTrue();
    assertThat(rules.check(toss, world))
        .isInstanceOfSatisfying(
            Verdict.Impossible.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.CLOSED);
              assertThat(failed.message()).isEqualTo("The fridge is shut");
            });
    GroundedSkill there = skill(own, "toss the coke into the trash can");
    assertThat(rules.apply(there, world).isPossible()).isTrue();
    assertThat(world.thing("coke-1").flatMap(Thing::place)).contains("trash can");
    assertThat(rules.seconds(there, world)).isEqualTo(4);
    assertThat(rules.check(skill(own, "sing"), world)).isInstanceOf(Verdict.Opaque.class);
    assertThat(own.templates()).extracting(SkillTemplate::action).contains("sing");
  }
}
