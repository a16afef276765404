package io.souschef.evaluation.episode;

import io.souschef.evaluation.task.Task;
import io.souschef.skills.execution.Robot;
import java.util.List;
import java.util.Optional;

/** A robot, and the truth about the task it is at. Used by one thread. */
public interface World extends AutoCloseable {

  /** What the planner sees of it. */
  Robot robot();

  /**
   * What of the task's goal does not hold now, a sentence each; empty when the goal holds.
   *
   * @param asked whether the robot asked something
   * @param refused whether it refused
   */
  List<String> unmet(boolean asked, boolean refused);

  /** What it looks like now, PNG encoded; empty where there is nothing to see. */
  Optional<byte[]> picture();

  @Override
  void close();

  /** Who does what the planner chose. */
  enum Executor {
    /** Feasible skills work by their effects, without physics. */
    IDEAL,
    /** The simulated robot. */
    PHYSICS
  }

  /** Makes worlds; safe to share. The same task, seed and executor make the same world. */
  @FunctionalInterface
  interface Factory {
    World open(Task task, long seed, Executor executor);
  }
}
