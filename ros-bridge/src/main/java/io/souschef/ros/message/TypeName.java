package io.souschef.ros.message;

import io.souschef.skills.failure.InvalidInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Full name of a ROS 2 interface: {@code geometry_msgs/msg/Pose}.
 *
 * @param pack the package: {@code geometry_msgs}
 * @param kind {@code msg}, {@code srv} or {@code action}
 * @param name {@code Pose}
 */
public record TypeName(String pack, String kind, String name) implements Comparable<TypeName> {

  private static final Pattern FULL =
      Pattern.compile("([a-z][a-z0-9_]*)/(msg|srv|action)/([A-Za-z][A-Za-z0-9_]*)");

  /**
   * Reads {@code package/kind/Name}.
   *
   * @throws InvalidInputException when it is not of that form
   */
  public static TypeName of(String text) {
    Matcher matcher = FULL.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidInputException(
          "'%s' is not the name of a ROS 2 interface; write it like geometry_msgs/msg/Pose"
              .formatted(text));
    }
    return new TypeName(matcher.group(1), matcher.group(2), matcher.group(3));
  }

  /** A type that belongs to this service or action: {@code part("SendGoal_Request")}. */
  public TypeName part(String suffix) {
    return new TypeName(pack, kind, name + "_" + suffix);
  }

  /** The name that DDS peers match on: {@code geometry_msgs::msg::dds_::Pose_}. */
  public String dds() {
    return "%s::%s::dds_::%s_".formatted(pack, kind, name);
  }

  @Override
  public int compareTo(TypeName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return pack + "/" + kind + "/" + name;
  }
}
