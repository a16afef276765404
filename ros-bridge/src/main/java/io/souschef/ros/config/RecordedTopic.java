package io.souschef.ros.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A topic that a recording holds.
 *
 * @param topic its name, as the robot's file has it
 * @param type full name of its messages
 */
public record RecordedTopic(String topic, String type) {

  private static final String TRANSFORMS = "tf2_msgs/msg/TFMessage";

  /** What a robot perceives with, and what its file names under {@code record}; each topic once. */
  public static List<RecordedTopic> of(RobotConfig config) {
    Map<String, String> types = new LinkedHashMap<>();
    Perception perception = config.perception();
    perception.transforms().forEach(topic -> types.put(topic, TRANSFORMS));
    types.put(perception.detections(), "vision_msgs/msg/Detection3DArray");
    perception.state().ifPresent(topic -> types.put(topic, "souschef_msgs/msg/RobotState"));
    perception
        .gripper()
        .ifPresent(gripper -> types.put(gripper.topic(), "sensor_msgs/msg/JointState"));
    config.record().forEach(one -> types.put(one.topic(), one.type()));
    return types.entrySet().stream()
        .map(entry -> new RecordedTopic(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Whether what it says stands until something else is said: a robot's fixed transforms do. */
  public boolean isLatched() {
    return type.equals(TRANSFORMS) && Perception.isFixed(topic);
  }
}
