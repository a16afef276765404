package io.souschef.sim.physics;

import java.util.random.RandomGenerator;

/**
 * A random generator that can be copied in the middle, which none of the JDK's can: the SplitMix64
 * of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014). Not
 * thread-safe.
 */
public final class RandomStream implements RandomGenerator {

  private long state;

  public RandomStream(long seed) {
    state = seed;
  }

  /** A generator that goes on with the same numbers. */
  public RandomStream copy() {
    return new RandomStream(state);
  }

  @Override
  public long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
