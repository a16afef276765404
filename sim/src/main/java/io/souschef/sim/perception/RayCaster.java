package io.souschef.sim.perception;

import io.souschef.sim.kitchen.shape.Vec3;
import java.util.Optional;
import java.util.Set;

/** Finds the first solid along a straight segment. */
@FunctionalInterface
public interface RayCaster {

  /**
   * @param from start, map frame, metres
   * @param to end
   * @param ignored ids of bodies that the ray passes through
   * @return the nearest hit; empty when the segment is free
   */
  Optional<Hit> firstHit(Vec3 from, Vec3 to, Set<String> ignored);

  /**
   * A hit.
   *
   * @param id body that was hit: a scene object's id, a furniture part's id or a robot link's
   * @param fraction part of the segment before the hit, in [0, 1]
   */
  record Hit(String id, double fraction) {}
}
