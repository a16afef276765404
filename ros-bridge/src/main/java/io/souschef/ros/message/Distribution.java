package io.souschef.ros.message;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A release of ROS 2, where its interfaces differ. */
public enum Distribution {
  /** Until May 2027. */
  HUMBLE("humble"),
  /** Until May 2029. */
  JAZZY("jazzy"),
  /** Until December 2026; its interfaces in use are those of Jazzy. */
  KILTED("jazzy"),
  /** Until May 2031; its feedback has more at its end, which is left out. */
  LYRICAL("jazzy");

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
          "control_msgs",
          "nav_msgs",
          "shape_msgs",
          "visualization_msgs",
          "octomap_msgs",
          "object_recognition_msgs",
          "rcl_interfaces",
          "lifecycle_msgs");

  /** Packages whose interfaces in use are not the same in every release. */
  private static final List<String> OWN = List.of("nav2_msgs", "rmw_dds_common", "moveit_msgs");

  private final String like;

  /** A release whose own packages are those of the one that is named. */
  Distribution(String like) {
    this.like = like;
  }

  /** As a robot file has it: "jazzy". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The release of that name, if its interfaces are known here. */
  public static Optional<Distribution> named(String word) {
    return Arrays.stream(values()).filter(release -> release.word().equals(word)).findFirst();
  }

  List<String> resources() {
    List<String> all = new ArrayList<>(SHARED);
    OWN.forEach(name -> all.add(name + "-" + like));
    return all;
  }
}
