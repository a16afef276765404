package io.souschef.ros.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedTopicTest {

  @Test
  void fixedTransformsThatWereSaidBeforeTheRecordingBeganBelongToIt() {
    List<RecordedTopic> topics =
        RecordedTopic.of(RobotConfig.read(Path.of("examples", "nav2-gripper.yaml")));

    assertThat(topics)
        .filteredOn(RecordedTopic::isLatched)
        .extracting(RecordedTopic::topic)
        .isNotEmpty()
        .allMatch(topic -> topic.endsWith("tf_static"));
    assertThat(topics).extracting(RecordedTopic::type).contains("vision_msgs/msg/Detection3DArray");
  }
}
