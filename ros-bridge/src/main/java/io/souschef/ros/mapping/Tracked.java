package io.souschef.ros.mapping;

import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import java.util.Comparator;
import java.util.Optional;

/** Which object a skill speaks of when it names a kind. */
public final class Tracked {

  private Tracked() {}

  /** The one in the hand, else the nearest that is in view, else the nearest. */
  public static Optional<ObservedObject> of(Observation observation, String kind) {
    return observation
        .held()
        .filter(held -> held.kind().equals(kind))
        .or(
            () ->
                observation
                    .objectsOf(kind)
                    .min(
                        Comparator.comparing((ObservedObject o) -> !o.visible())
                            .thenComparing(o -> o.pose().distanceTo(observation.base()))));
  }
}
