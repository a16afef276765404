package io.souschef.ros.message;

import java.util.ArrayList;
import java.util.List;

/** A release of ROS 2, where its interfaces differ. */
public enum Distribution {
  /** Until May 2027. */
  HUMBLE("nav2_msgs-humble", "rmw_dds_common-humble"),
  /** Until May 2029. */
  JAZZY("nav2_msgs-jazzy", "rmw_dds_common-jazzy"),
  /** Until December 2026; its interfaces in use are those of Jazzy. */
  KILTED("nav2_msgs-jazzy", "rmw_dds_common-jazzy"),
  /** Until May 2031; its feedback has more at its end, which is left out. */
  LYRICAL("nav2_msgs-jazzy", "rmw_dds_common-jazzy");

  private static final List<String> SHARED =
      List.of(
          "builtin_interfaces",
          "unique_identifier_msgs",
          "std_msgs",
          "std_srvs",
          "rosgraph_msgs",
          "geometry_msgs",
          "sensor_msgs",
          "tf2_msgs",
          "action_msgs",
          "diagnostic_msgs",
          "vision_msgs",
          "trajectory_msgs",
          "control_msgs");

  private final String navigation;
  private final String discovery;

  Distribution(String navigation, String discovery) {
    this.navigation = navigation;
    this.discovery = discovery;
  }

  List<String> resources() {
    List<String> all = new ArrayList<>(SHARED);
    all.add(navigation);
    all.add(discovery);
    return all;
  }
}
