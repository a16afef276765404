package io.souschef.rosbridge.perception;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.mapping.RosValues;
import io.souschef.skills.world.Pose;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The newest transform of every frame to its parent. Not thread-safe. */
final class TransformBuffer {

  /**
   * A frame's place in the map.
   *
   * @param pose map frame
   * @param stampS oldest stamp of the moving transforms on the way, seconds; infinite when none
   *     moves
   * @param heardNanos when the oldest of them arrived, by the monotonic clock
   */
  record Located(Pose pose, double stampS, long heardNanos) {}

  private record Link(String parent, Pose pose, double stampS, long heardNanos, boolean fixed) {}

  private final String map;
  private final Consumer<String> doubts;
  private final Map<String, Link> links = new HashMap<>();

  TransformBuffer(String map, Consumer<String> doubts) {
    this.map = map;
    this.doubts = doubts;
  }

  /** Takes in a {@code tf2_msgs/msg/TFMessage}. */
  void add(ObjectNode message, boolean fixed, long nowNanos) {
    for (JsonNode transform : message.path("transforms")) {
      String parent = frame(transform.at("/header/frame_id").asText());
      String child = frame(transform.path("child_frame_id").asText());
      Link before = links.get(child);
      if (before != null && !before.parent().equals(parent)) {
        doubts.accept(
            "frame '%s' has two parents, '%s' and '%s'".formatted(child, before.parent(), parent));
      }
      double stampS = RosValues.seconds(transform.at("/header/stamp"));
      if (before != null && !before.fixed() && stampS < before.stampS()) {
        continue; // late news
      }
      try {
        Pose pose =
            RosValues.pose(
                transform.at("/transform/translation"), transform.at("/transform/rotation"));
        links.put(child, new Link(parent, pose, stampS, nowNanos, fixed));
      } catch (IllegalArgumentException e) {
        doubts.accept("the transform of frame '%s' is none: %s".formatted(child, e.getMessage()));
      }
    }
  }

  /** Where a frame is; empty when no chain of transforms leads from it to the map. */
  Optional<Located> locate(String name) {
    String frame = frame(name);
    Pose pose = Pose.upright(0, 0, 0, 0);
    double stampS = Double.POSITIVE_INFINITY;
    long heardNanos = Long.MAX_VALUE;
    Set<String> passed = new HashSet<>();
    while (!frame.equals(map)) {
      Link link = links.get(frame);
      if (link == null || !passed.add(frame)) {
        return Optional.empty();
      }
      pose = Poses.compose(link.pose(), pose);
      if (!link.fixed()) {
        stampS = Math.min(stampS, link.stampS());
        heardNanos = Math.min(heardNanos, link.heardNanos());
      }
      frame = link.parent();
    }
    return Optional.of(new Located(pose, stampS, heardNanos));
  }

  private static String frame(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }
}
