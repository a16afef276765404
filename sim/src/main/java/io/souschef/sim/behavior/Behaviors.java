package io.souschef.sim.behavior;

import java.util.Map;
import java.util.Optional;

/** All behaviours by the action that names them in {@code skills.yaml}. */
public final class Behaviors {

  private static final PutDown PUT_DOWN = new PutDown();

  private static final Map<String, Behavior> ALL =
      Map.of(
          "find", new Find(),
          "pick_up", new PickUp(),
          "put_down", PUT_DOWN,
          "put", PUT_DOWN,
          "go_to", new GoTo(),
          "bring", new Bring(),
          "done", (run, skill) -> "Done");

  private Behaviors() {}

  /** How the body does an action; empty for an action it cannot do. */
  public static Optional<Behavior> of(String action) {
    return Optional.ofNullable(ALL.get(action));
  }
}
