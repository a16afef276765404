package io.souschef.sim.ideal;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSkillInIdealKitchenTest {

  @Test
  void aSkillOfOnesOwnDoesWhatItsFileDeclares(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("skills.yaml"),
            """
            skills:
              - action: toss
                text: toss {the thing} {in the target}
                arguments: {thing: kind, target: receptacle}
                needs: [hand holds thing, not target is closed]
                effects: [thing is in target, hand is empty]
                seconds: 4
              - action: fetch
                text: fetch {a object}
                arguments: {object: kind}
                needs: [hand is empty, object can be found, object fits the hand]
                effects: [robot is at object, hand holds object, robot is at person]
                seconds: 20
              - {action: sing, text: sing}
              - {action: done, text: done}
            """);
    SkillLibrary own = SkillLibrary.read(file);
    IdealKitchen robot =
        new IdealKitchen(
            new SceneReader(KitchenFile.standard())
                .parse("test", "objects: [{kind: coke, at: sink}]", 1),
            own);
    assertThat(perform(robot, own, "toss the coke in the trash can"))
        .isEqualTo(
            new SkillResult.Failed(4, FailureReason.HAND_EMPTY, "There is nothing in the hand"));
    assertThat(perform(robot, own, "fetch a coke").succeeded()).isTrue();
    assertThat(robot.worldState().held()).contains("coke-1");
    assertThat(robot.worldState().visited()).containsExactly("sink", "user");
    assertThat(perform(robot, own, "toss the coke in the fridge").succeeded()).isFalse();
    assertThat(perform(robot, own, "toss the coke in the trash can").succeeded()).isTrue();
    assertThat(robot.worldState().object("coke-1").orElseThrow().place()).contains("trash can");
    assertThat(perform(robot, own, "sing"))
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.REJECTED);
              assertThat(failed.message()).contains("What 'sing' does is not declared");
            });
  }

  private static SkillResult perform(IdealKitchen robot, SkillLibrary own, String text) {
    return robot.execute(
        own.parse(text, robot.vocabulary(), robot.observe()).orElseThrow(), progress -> {});
  }
}
