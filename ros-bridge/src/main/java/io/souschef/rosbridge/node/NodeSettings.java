package io.souschef.rosbridge.node;

import java.time.Duration;

/**
 * How a robot appears on the graph.
 *
 * @param namespace put before every name but {@code /clock} and {@code /tf}; may be empty
 * @param gripperJoint name of the gripper's joint
 * @param period how often the newest state is published again
 */
public record NodeSettings(String namespace, String gripperJoint, Duration period) {

  public static final NodeSettings STANDARD =
      new NodeSettings("", "gripper_finger_joint", Duration.ofMillis(200));

  String name(String relative) {
    String below = namespace.isEmpty() || namespace.startsWith("/") ? namespace : "/" + namespace;
    return (below.endsWith("/") ? below : below + "/") + relative;
  }
}
