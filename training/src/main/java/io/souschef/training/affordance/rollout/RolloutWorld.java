package io.souschef.training.affordance.rollout;

import io.souschef.skills.execution.Robot;
import java.util.Set;

/** A robot in a world that can be copied as it stands. Used by the thread that made it. */
public interface RolloutWorld extends AutoCloseable {

  Robot robot();

  /**
   * Kinds of the things that are truly there. For drawing skills to try, never for features: people
   * mostly ask for what is there.
   */
  Set<String> kinds();

  /** A copy that goes on exactly as this one would, and that leaves this one alone. */
  RolloutWorld fork();

  @Override
  void close();

  /** Makes worlds; called from several threads at once. */
  @FunctionalInterface
  interface Source {

    /** A world with a scene drawn by the seed; the same seed makes the same world. */
    RolloutWorld create(long seed);
  }
}
