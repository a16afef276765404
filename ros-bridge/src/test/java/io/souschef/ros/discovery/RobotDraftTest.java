package io.souschef.ros.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.mapping.SkillMapping;
import io.souschef.ros.played.PlayedManipulator;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Pose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A file that is drafted from a graph can be read, and drives what is there. */
@Timeout(60)
class RobotDraftTest {

  private static final RobotConfig OTHER =
      RobotConfig.read(Path.of("examples", "nav2-gripper.yaml"));

  @Test
  void itNamesWhatIsPublishedDetectedAndServed() {
    try (RelayFixture relay = new RelayFixture();
        RosTransport graph = relay.connect(OTHER.catalog());
        PlayedManipulator body =
            new PlayedManipulator(graph, Map.of("Coke_Can's", Pose.upright(0.5, 0.5, 0.8, 0)));
        RosTransport client = relay.connect(OTHER.catalog())) {
      String yaml = RobotDraft.of(client, relay.uri(), Duration.ofSeconds(2));
      RobotConfig draft = RobotConfig.parse("draft.yaml", yaml);
      assertThat(draft.perception().detections()).isEqualTo("/detections");
      assertThat(draft.vocabulary().kinds().get(0).classId()).contains("Coke_Can's");
      assertThat(draft.vocabulary().kinds().get(0).noun()).isEqualTo("coke can s");
      assertThat(draft.skills()).containsOnlyKeys("go_to", "find", "bring");
      SkillMapping mapping = SkillMapping.of(draft);
      assertThat(mapping.actions()).containsExactlyInAnyOrder("/navigate_to_pose", "/gripper_cmd");
      assertThat(mapping.faults(SkillLibrary.standard().templates())).isEmpty();
      assertThat(yaml).contains("# there is also the action /pick (my_robot_msgs/action/Pick)");
      assertThat(yaml).doesNotContain("there is also the action /navigate_to_pose");
      assertThat(body.log()).isEmpty();
    }
  }

  @Test
  void ofAnEmptyGraphItSaysWhatIsMissingAndCanBeReadAllTheSame() {
    try (RelayFixture relay = new RelayFixture();
        RosTransport client = relay.connect(OTHER.catalog())) {
      String yaml = RobotDraft.of(client, relay.uri(), Duration.ofMillis(10));
      assertThat(RobotConfig.parse("draft.yaml", yaml).skills()).containsKey("go_to");
      assertThat(yaml).contains("no server of nav2_msgs/action/NavigateToPose was found");
    }
  }
}
