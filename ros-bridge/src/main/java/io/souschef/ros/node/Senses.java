package io.souschef.ros.node;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a node publishes beside what the robot observes. Asked on the robot's thread alone, also
 * while a skill runs, from within its progress.
 *
 * @param body the body now; empty to publish it from observations only
 * @param camera takes a picture now; empty when there is none
 */
public record Senses(Supplier<Optional<BodyState>> body, Supplier<Optional<Exposure>> camera) {

  /** Observations are all there is. */
  public static final Senses NONE = new Senses(Optional::empty, Optional::empty);

  /** A picture that was taken and is not painted yet: taking is quick, painting is not. */
  @FunctionalInterface
  public interface Exposure {
    /** Paints it, on any thread. */
    CameraFrame develop();
  }
}
