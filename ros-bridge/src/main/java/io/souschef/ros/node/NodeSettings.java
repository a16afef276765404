package io.souschef.ros.node;

import java.time.Duration;

/**
 * How a robot appears on the graph.
 *
 * @param namespace put before every name but {@code /clock} and {@code /tf}; may be empty
 * @param gripperJoint name of the gripper's joint
 * @param period how often the newest state is published again
 * @param camera least time between two pictures
 */
public record NodeSettings(
    String namespace, String gripperJoint, Duration period, Duration camera) {

  public static final NodeSettings STANDARD =
      new NodeSettings("", "gripper_finger_joint", Duration.ofMillis(200), Duration.ofSeconds(1));

  /** The same below a namespace. */
  public NodeSettings below(String name) {
    return new NodeSettings(name, gripperJoint, period, camera);
  }

  /** The full name of what has a relative one. */
  public String name(String relative) {
    String below = namespace.isEmpty() || namespace.startsWith("/") ? namespace : "/" + namespace;
    return (below.endsWith("/") ? below : below + "/") + relative;
  }
}
