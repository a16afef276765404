package io.souschef.app.bench.peer;

import io.souschef.app.bench.ros.RosBenchmark;
import java.util.List;
import java.util.Optional;

/** What exchanges with a robot took, and what they should take. */
final class RosGoals {

  private static final List<Goal> GOALS =
      List.of(
          new Goal("rosbridge", RosBenchmark.PICTURE, 100, 55),
          new Goal("dds", RosBenchmark.PICTURE, 28, 8),
          new Goal("dds", RosBenchmark.SERVICE, 0.17, 0.1),
          new Goal("dds", RosBenchmark.ACTION, 0.6, 0.3),
          new Goal("dds with C", RosBenchmark.PICTURE, 300, 12));

  private RosGoals() {}

  /**
   * One of them, milliseconds.
   *
   * @param before the median in the version in which it was first looked at
   */
  record Goal(String way, String what, double before, double goal) {}

  static Optional<Goal> of(RosBenchmark.Row row) {
    return GOALS.stream()
        .filter(goal -> goal.way().equals(row.way()) && goal.what().equals(row.what()))
        .findFirst();
  }
}
