package io.souschef.web.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Pose;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says of a kitchen only what has changed since it was asked last: what moved, by at least half a
 * millimetre, what came and what is gone. Used by one thread.
 */
public final class MotionDelta {

  /** Positions are told in millimetres. */
  static final double PER_METRE = 1e3;

  /** Parts of a quaternion are told in ten-thousandths. */
  static final double PER_UNIT = 1e4;

  private record Told(PlacedShape shape, List<Integer> pose) {
    boolean looksLike(PlacedShape other) {
      return shape.shape().equals(other.shape()) && shape.color().equals(other.color());
    }
  }

  private final Map<String, Told> told = new HashMap<>();

  /**
   * What changed: {@code poses} by id, {@code new} shapes, {@code gone} ids, each only where there
   * is something; empty when nothing changed.
   *
   * @param now everything that can move
   */
  public Optional<ObjectNode> next(List<PlacedShape> now) {
    ObjectNode change = SceneJson.JSON.createObjectNode();
    Set<String> here = new HashSet<>();
    for (PlacedShape shape : now) {
      here.add(shape.id());
      List<Integer> pose = coded(shape.pose());
      Told before = told.get(shape.id());
      if (before == null || !before.looksLike(shape)) {
        change.withArray("new").add(SceneJson.shape(shape));
      } else if (before.pose().equals(pose)) {
        continue;
      } else {
        change.withObjectProperty("poses").set(shape.id(), SceneJson.numbers(pose));
      }
      told.put(shape.id(), new Told(shape, pose));
    }
    if (told.size() > here.size()) {
      ArrayNode gone = change.putArray("gone");
      told.keySet().stream().filter(id -> !here.contains(id)).sorted().forEach(gone::add);
      told.keySet().retainAll(here);
    }
    return change.isEmpty() ? Optional.empty() : Optional.of(change);
  }

  static List<Integer> coded(Pose pose) {
    // A quaternion and its negative are one rotation; the same rotation must not look like motion.
    double sign = pose.qw() < 0 ? -PER_UNIT : PER_UNIT;
    return List.of(
        (int) Math.round(pose.x() * PER_METRE),
        (int) Math.round(pose.y() * PER_METRE),
        (int) Math.round(pose.z() * PER_METRE),
        (int) Math.round(pose.qx() * sign),
        (int) Math.round(pose.qy() * sign),
        (int) Math.round(pose.qz() * sign),
        (int) Math.round(pose.qw() * sign));
  }
}
