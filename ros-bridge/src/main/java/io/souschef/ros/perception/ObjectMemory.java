package io.souschef.ros.perception;

import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects in the order of first sight, also those that are out of view now. Not thread-safe. */
final class ObjectMemory {

  /** Two nameless detections of one kind this near to each other are one object, metres. */
  private static final double SAME_WITHIN = 0.15;

  private final boolean complete;
  private Map<String, ObservedObject> objects = new LinkedHashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /**
   * A memory.
   *
   * @param complete whether each message lists everything, so that what is missing has gone
   */
  ObjectMemory(boolean complete) {
    this.complete = complete;
  }

  /** Takes in one message's detections. */
  void update(List<ObservedObject> seen) {
    Map<String, ObservedObject> next = new LinkedHashMap<>();
    if (!complete) {
      objects.forEach((id, object) -> next.put(id, object.withVisible(false)));
    }
    for (ObservedObject object : seen) {
      String id = object.id().isEmpty() ? match(object) : object.id();
      next.put(id, object.withId(id));
    }
    objects = next;
  }

  /** An object was put somewhere: it is there, out of view, until it is seen. */
  void moved(ObservedObject object, Place place, double stampS) {
    objects.put(
        object.id(),
        new ObservedObject(
            object.id(),
            object.kind(),
            place.pose(),
            Optional.of(place.name()),
            object.lengthM(),
            object.widthM(),
            object.heightM(),
            object.confidence(),
            stampS,
            false));
  }

  void forget(String id) {
    objects.remove(id);
  }

  /** Forgets everything. */
  void clear() {
    objects = new LinkedHashMap<>();
  }

  List<ObservedObject> all() {
    return List.copyOf(objects.values());
  }

  Optional<ObservedObject> get(String id) {
    return Optional.ofNullable(objects.get(id));
  }

  private String match(ObservedObject seen) {
    return objects.values().stream()
        .filter(known -> known.kind().equals(seen.kind()))
        .filter(known -> known.pose().distanceTo(seen.pose()) <= SAME_WITHIN)
        .min(Comparator.comparingDouble(known -> known.pose().distanceTo(seen.pose())))
        .map(ObservedObject::id)
        .orElseGet(() -> seen.kind() + "-" + numbers.merge(seen.kind(), 1, Integer::sum));
  }
}
