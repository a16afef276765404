package io.souschef.app.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.SkillLibrary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Homes of any size are read like anybody's. */
class BigHomeTest {

  @Test
  void theBiggestHasThreeHundredThingsAndTwentyThousandSkills() {
    Scene scene = new BigHome(50, 400, 300).scene();
    assertThat(scene.objects()).hasSize(300);
    try (SimulatedRobot robot = new SimulatedRobot(scene, 1)) {
      assertThat(SkillLibrary.standard().ground(robot.vocabulary(), robot.observe()))
          .hasSizeGreaterThan(20_000);
    }
  }

  @Test
  void aHomeIsTheSameEachTime() {
    BigHome home = new BigHome(12, 60, 60);
    assertThat(home.yaml()).isEqualTo(new BigHome(12, 60, 60).yaml());
    assertThat(home.scene().objects()).isEqualTo(home.scene().objects());
  }

  @Test
  void namesAreNeverTheSame() {
    List<String> nouns = IntStream.range(0, 400).mapToObj(BigHome::noun).toList();
    assertThat(nouns).doesNotHaveDuplicates();
    assertThat(IntStream.range(0, 60).mapToObj(BigHome::table)).doesNotHaveDuplicates();
  }

  @Test
  void whatFindsNoRoomIsRefused() {
    assertThatThrownBy(() -> new BigHome(1, 1, 13))
        .hasMessage("13 things find no room on 1 tables");
    assertThatThrownBy(() -> new BigHome(61, 1, 1)).hasMessage("No home has 61 tables and 1 kinds");
  }
}
