package io.souschef.ros.perception;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.perception.StampGuard.Verdict;
import io.souschef.skills.world.Pose;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
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
   * @param advancedNanos when the stamps of the one that stands still longest last ran on
   */
  record Located(Pose pose, double stampS, long heardNanos, long advancedNanos) {}

  private record Link(String parent, Pose pose, StampGuard stamps, boolean fixed) {}

  private final String map;
  private final boolean simulated;
  private final Consumer<String> doubts;
  private final Consumer<String> jumps;
  private final Map<String, Link> links = new HashMap<>();

  /**
   * A buffer.
   *
   * @param simulated whether stamps are a simulation's
   * @param doubts told of what cannot be used
   * @param jumps told when the clock of a transform has jumped; {@link #restart} may follow
   */
  TransformBuffer(String map, boolean simulated, Consumer<String> doubts, Consumer<String> jumps) {
    this.map = map;
    this.simulated = simulated;
    this.doubts = doubts;
    this.jumps = jumps;
  }

  /** Forgets what moves. */
  void restart() {
    links.values().removeIf(link -> !link.fixed());
  }

  /** Takes in a {@code tf2_msgs/msg/TFMessage}. */
  void add(ObjectNode message, boolean fixed, long nowNanos) {
    for (JsonNode transform : message.path("transforms")) {
      add(transform, fixed, nowNanos);
    }
  }

  private void add(JsonNode transform, boolean fixed, long nowNanos) {
    String parent = frame(transform.at("/header/frame_id").asText());
    String child = frame(transform.path("child_frame_id").asText());
    Link before = links.get(child);
    if (before != null && !before.parent().equals(parent)) {
      doubts.accept(
          "frame '%s' has two parents, '%s' and '%s'".formatted(child, before.parent(), parent));
    }
    Optional<Pose> pose = pose(child, transform);
    if (pose.isEmpty()) {
      return;
    }
    StampGuard stamps =
        before == null || before.fixed() ? new StampGuard(simulated) : before.stamps();
    double stampS = RosValues.seconds(transform.at("/header/stamp"));
    double wasS = stamps.newestS();
    Verdict verdict = fixed ? Verdict.NEWS : stamps.take(stampS, nowNanos);
    if (verdict == Verdict.LATE) {
      return;
    }
    if (verdict == Verdict.DOUBTFUL) {
      doubts.accept(
          String.format(
              Locale.ROOT,
              "the transform of frame '%s' is of %.3f s, those before were of %.3f s",
              child,
              stampS,
              wasS));
      return;
    }
    if (verdict == Verdict.JUMPED) {
      jumps.accept("that of the transform of frame '%s'".formatted(child));
    }
    links.put(child, new Link(parent, pose.get(), stamps, fixed));
  }

  private Optional<Pose> pose(String child, JsonNode transform) {
    try {
      return Optional.of(
          RosValues.pose(
              transform.at("/transform/translation"), transform.at("/transform/rotation")));
    } catch (IllegalArgumentException e) {
      doubts.accept("the transform of frame '%s' is none: %s".formatted(child, e.getMessage()));
      return Optional.empty();
    }
  }

  /** Where a frame is; empty when no chain of transforms leads from it to the map. */
  Optional<Located> locate(String name) {
    String frame = frame(name);
    Pose pose = Pose.upright(0, 0, 0, 0);
    double stampS = Double.POSITIVE_INFINITY;
    long heardNanos = Long.MAX_VALUE;
    long advancedNanos = Long.MAX_VALUE;
    Set<String> passed = new HashSet<>();
    while (!frame.equals(map)) {
      Link link = links.get(frame);
      if (link == null || !passed.add(frame)) {
        return Optional.empty();
      }
      pose = Poses.compose(link.pose(), pose);
      if (!link.fixed()) {
        stampS = Math.min(stampS, link.stamps().newestS());
        heardNanos = Math.min(heardNanos, link.stamps().heardNanos());
        advancedNanos = Math.min(advancedNanos, link.stamps().advancedNanos());
      }
      frame = link.parent();
    }
    return Optional.of(new Located(pose, stampS, heardNanos, advancedNanos));
  }

  private static String frame(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }
}
