package io.souschef.ros.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.ros.mapping.SkillMapping;
import io.souschef.ros.node.ClientFile;
import io.souschef.ros.played.PretendRobot;
import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotConfigTest {

  private static final Path EXAMPLES = Path.of("examples");

  private static RobotConfig edited(String from, String to) throws Exception {
    String yaml = Files.readString(EXAMPLES.resolve("execute-skill.yaml"));
    assertThat(yaml).contains(from);
    return RobotConfig.parse("robot.yaml", yaml.replace(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nav2-gripper.yaml", "execute-skill.yaml"})
  void everyExampleIsSound(String example) {
    SkillMapping.of(RobotConfig.read(EXAMPLES.resolve(example)));
  }

  @Test
  void theFileForAServedRobotIsSound() {
    String yaml = ClientFile.yaml(PretendRobot.VOCABULARY, "ws://localhost:9090", 0, "");
    SkillMapping mapping = SkillMapping.of(RobotConfig.parse("client.yaml", yaml));
    assertThat(mapping.lexicon().vocabulary().kinds()).isEqualTo(PretendRobot.VOCABULARY.kinds());
    assertThat(mapping.actions()).containsExactly("/execute_skill");
  }

  @Test
  void whatIsLeftOutTakesTheDefaultOfTheSchema() throws Exception {
    RobotConfig config = edited("pose_timeout_s: 10", "e_stop: stop");
    assertThat(config.frames()).isEqualTo(new RobotConfig.Frames("map", "base_link"));
    assertThat(config.safety().poseTimeoutS()).isEqualTo(2);
    assertThat(config.perception().transforms()).containsExactly("/tf", "/tf_static");
  }

  @Test
  void namesFollowNamespaceAndRemapping() throws Exception {
    Connection connection =
        edited("use_sim_time: true", "namespace: robot1\n  remap: {detections: /eye/objects}")
            .connection();
    assertThat(connection.resolve("joint_states")).isEqualTo("/robot1/joint_states");
    assertThat(connection.resolve("/tf")).isEqualTo("/tf");
    assertThat(connection.resolve("detections")).isEqualTo("/eye/objects");
  }

  @Test
  void aFaultIsNamedWithFileLineAndField() {
    assertThatThrownBy(() -> edited("kind: surface", "kind: shelf"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            "Robot file 'robot.yaml', line 13, field 'vocabulary.places.0.kind':")
        .hasMessageContaining("surface");
  }

  @Test
  void aFieldTheActionDoesNotHaveIsNamedWithThoseItHas() {
    assertThatThrownBy(() -> SkillMapping.of(edited("          text:", "          txt:")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Robot file, skills.*.commands[0].fields: souschef_msgs/action/ExecuteSkill_Goal has no"
                + " field 'txt'; its fields are [action, text, wording, argument_names,"
                + " argument_values]");
  }

  @Test
  void aReferenceThatMeansNothingIsRefusedBeforeAnythingMoves() {
    assertThatThrownBy(() -> SkillMapping.of(edited("${skill.text}", "${skil.text}")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'${skil.text}' means nothing");
  }

  @Test
  void anUnknownTypeSaysWhereToPutItsDefinition() {
    assertThatThrownBy(
            () ->
                SkillMapping.of(
                    edited("souschef_msgs/action/ExecuteSkill", "other_msgs/action/Run")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("other_msgs/action/Run_Goal")
        .hasMessageContaining("interfaces");
  }
}
