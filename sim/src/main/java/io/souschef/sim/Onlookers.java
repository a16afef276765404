package io.souschef.sim;

import io.souschef.sim.picture.SceneView;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who watches a simulated robot, and how fast its time passes for them. */
final class Onlookers {

  private Pace pace = Pace.MAX;
  private @Nullable Snapshots snapshots;
  private @Nullable Runnable afterStep;

  Pace pace() {
    return pace;
  }

  void setPace(Pace pace) {
    this.pace = pace;
  }

  void onSnapshot(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  void onStep(Runnable listener) {
    afterStep = listener;
  }

  /**
   * Tells that the world went on by a step.
   *
   * @param timeS of the world, seconds
   * @param view what a picture shows, asked for where one is wanted
   */
  void tell(double timeS, Supplier<SceneView> view) {
    if (snapshots != null) {
      snapshots.offer(timeS, view);
    }
    if (afterStep != null) {
      afterStep.run();
    }
  }
}
