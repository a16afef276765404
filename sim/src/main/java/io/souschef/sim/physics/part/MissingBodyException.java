package io.souschef.sim.physics.part;

/** A body was asked for that is not in the world: somebody took it away. */
public final class MissingBodyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String id;

  public MissingBodyException(Body body) {
    super(
        "Body '%s' is not in this world; it was removed or belongs to another"
            .formatted(body.id()));
    id = body.id();
  }

  /** Id of the body. */
  public String id() {
    return id;
  }
}
