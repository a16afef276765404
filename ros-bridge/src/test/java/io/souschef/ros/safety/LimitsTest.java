package io.souschef.ros.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Safety;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

  private static final TypeName DRIVE = TypeName.of("nav2_msgs/action/NavigateToPose_Goal");
  private final Limits limits =
      new Limits(
          new Safety(
              Optional.of(new Safety.Box(List.of(-1.0, -1.0, 0.0), List.of(4.0, 4.0, 2.0))),
              Optional.of(0.5),
              Optional.of(1.0),
              Optional.of(0.4),
              1,
              1,
              5,
              1,
              Optional.empty()),
          "map",
          MessageCatalog.standard(Distribution.JAZZY));

  private static ObjectNode json(String text) throws Exception {
    return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  private static ObjectNode pose(String frame, double x) throws Exception {
    return json(
        "{'pose': {'header': {'frame_id': '%s'}, 'pose': {'position': {'x': %s}}}}"
            .formatted(frame, x));
  }

  @Test
  void aPoseInTheWorkspacePasses() throws Exception {
    assertThat(limits.broken(DRIVE, pose("map", 3.9))).isEmpty();
  }

  @Test
  void aPoseOutsideIsNamed() throws Exception {
    assertThat(limits.broken(DRIVE, pose("map", 4.1)))
        .contains("NavigateToPose_Goal.pose.pose (4.10, 0.00, 0.00) lies outside the workspace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "geometry_msgs/msg/Pose2D | {'x': 4.1, 'y': 0}",
        "geometry_msgs/msg/Point32 | {'x': 0, 'y': 0, 'z': 2.5}",
        "geometry_msgs/msg/Transform | {'translation': {'x': 0, 'y': -9}}",
        "geometry_msgs/msg/TransformStamped | {'transform': {'translation': {'y': -9}}}"
      })
  void everythingThatIsAPositionIsLimited(String type, String message) throws Exception {
    assertThat(limits.broken(TypeName.of(type), json(message)).orElseThrow())
        .contains("lies outside the workspace");
  }

  @Test
  void aPoseInAnotherFrameCannotBeChecked() throws Exception {
    assertThat(limits.broken(DRIVE, pose("odom", 0)).orElseThrow())
        .contains("frame 'odom'")
        .contains("only positions in 'map'");
  }

  @Test
  void aNumberThatIsNoneIsOutside() throws Exception {
    ObjectNode goal = pose("map", 0);
    ((ObjectNode) goal.at("/pose/pose/position")).put("x", Double.NaN);
    assertThat(limits.broken(DRIVE, goal)).isPresent();
  }

  @Test
  void speedsAreLimitedWhereverATwistIs() throws Exception {
    TypeName twist = TypeName.of("geometry_msgs/msg/TwistStamped");
    assertThat(limits.broken(twist, json("{'twist': {'linear': {'x': 0.3, 'y': 0.3}}}"))).isEmpty();
    assertThat(limits.broken(twist, json("{'twist': {'linear': {'x': 0.4, 'y': 0.4}}}")))
        .contains("TwistStamped.twist commands 0.57 m/s, more than the limit of 0.50 m/s");
    assertThat(limits.broken(twist, json("{'twist': {'angular': {'z': -1.5}}}")))
        .contains("TwistStamped.twist commands 1.50 rad/s, more than the limit of 1.00 rad/s");
  }

  @Test
  void weightIsLimited() {
    assertThat(limits.brokenByWeight("coke", 0.36)).isEmpty();
    assertThat(limits.brokenByWeight("water bottle", 0.55))
        .contains("a water bottle weighs up to 0.55 kg, more than the payload limit of 0.40 kg");
  }
}
