package io.souschef.training.affordance.rollout;

import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What to roll out.
 *
 * @param folder where the rows and their manifest go; rows that are there already are kept
 * @param seed decides the scenes and everything that happens in them
 * @param scenes number of scenes
 * @param statesPerScene states of each episode from which skills are tried
 * @param skillsPerState skills tried from each state, the executed one among them
 * @param threads worlds that run at once; has no influence on the rows
 * @param elsewhere of every ten scenes how many are in homes drawn at random
 */
public record RolloutOptions(
    Path folder,
    long seed,
    int scenes,
    int statesPerScene,
    int skillsPerState,
    int threads,
    int elsewhere) {

  private static final int TEN = 10;

  public RolloutOptions {
    atLeastOne("scenes", scenes);
    atLeastOne("states per scene", statesPerScene);
    atLeastOne("skills per state", skillsPerState);
    atLeastOne("threads", threads);
    if (elsewhere < 0 || elsewhere > TEN) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "Of every ten scenes 0 to 10 can be in other homes, got %d", elsewhere));
    }
  }

  /** 60,200 rows on two threads; the card of the shipped model says how many it had. */
  public static RolloutOptions standard(Path folder, long seed) {
    return new RolloutOptions(folder, seed, 430, 14, 10, 2, 0);
  }

  /** The same with another number of scenes. */
  public RolloutOptions withScenes(int count) {
    return new RolloutOptions(
        folder, seed, count, statesPerScene, skillsPerState, threads, elsewhere);
  }

  /** The same on another number of threads. */
  public RolloutOptions withThreads(int count) {
    return new RolloutOptions(
        folder, seed, scenes, statesPerScene, skillsPerState, count, elsewhere);
  }

  /** The same with some of every ten scenes in homes drawn at random. */
  public RolloutOptions withElsewhere(int ofTen) {
    return new RolloutOptions(folder, seed, scenes, statesPerScene, skillsPerState, threads, ofTen);
  }

  /** Whether a scene is in a home drawn at random. */
  boolean isElsewhere(int scene) {
    return scene % TEN < elsewhere;
  }

  private static void atLeastOne(String what, int value) {
    if (value < 1) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "Rollouts need at least one of %s, got %d", what, value));
    }
  }

  /** Seed of one scene, far from those of its neighbours. */
  long sceneSeed(int scene) {
    long z = seed + 0x9E3779B97F4A7C15L * (scene + 1L);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
