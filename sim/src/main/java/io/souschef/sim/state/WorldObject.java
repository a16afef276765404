package io.souschef.sim.state;

import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.Optional;

/**
 * A thing as it truly is.
 *
 * @param id scene id: "coke-1"
 * @param kind what it is
 * @param pose its centre, map frame
 * @param place the place it is on or in; empty while held or lying elsewhere
 */
public record WorldObject(String id, ObjectKind kind, Pose pose, Optional<String> place) {

  /** Whether it stands; always true for what cannot stand. */
  public boolean isUpright() {
    return !kind.standable() || pose.tilt() <= ObservedObject.UPRIGHT_TILT;
  }
}
