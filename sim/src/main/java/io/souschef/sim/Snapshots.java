package io.souschef.sim;

import io.souschef.sim.picture.SceneView;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Gives a listener a view now and then. */
final class Snapshots {

  private final double everyS;
  private final Consumer<SceneView> listener;
  private double nextS;

  Snapshots(double everyS, Consumer<SceneView> listener) {
    if (!(everyS > 0)) {
      throw new IllegalArgumentException(
          "The time between two snapshots must be positive, got %s s".formatted(everyS));
    }
    this.everyS = everyS;
    this.listener = listener;
  }

  void offer(double timeS, Supplier<SceneView> view) {
    if (timeS >= nextS) {
      nextS = timeS + everyS;
      listener.accept(view.get());
    }
  }
}
