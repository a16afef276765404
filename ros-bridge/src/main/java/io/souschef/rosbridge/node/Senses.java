package io.souschef.rosbridge.node;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a node publishes beside what the robot observes. Called on the robot's thread alone, also
 * while a skill runs, from within its progress.
 *
 * @param body the body now; empty to publish it from observations only
 * @param camera the newest picture; empty when there is none
 */
public record Senses(Supplier<Optional<BodyState>> body, Supplier<Optional<CameraFrame>> camera) {

  /** Observations are all there is. */
  public static final Senses NONE = new Senses(Optional::empty, Optional::empty);
}
