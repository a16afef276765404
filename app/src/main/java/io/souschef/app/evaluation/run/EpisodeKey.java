package io.souschef.app.evaluation.run;

import java.util.Comparator;

/**
 * What tells one episode of a run from all others.
 *
 * @param suite name of the task's suite
 * @param task id of the task in it
 * @param seed random seed of the world
 * @param configuration name of the configuration
 */
public record EpisodeKey(String suite, String task, long seed, String configuration)
    implements Comparable<EpisodeKey> {

  private static final Comparator<EpisodeKey> ORDER =
      Comparator.comparing(EpisodeKey::configuration)
          .thenComparing(EpisodeKey::suite)
          .thenComparing(EpisodeKey::task)
          .thenComparingLong(EpisodeKey::seed);

  @Override
  public int compareTo(EpisodeKey other) {
    return ORDER.compare(this, other);
  }

  /** The name of the episode's files, without suffix. */
  public String fileName() {
    String readable =
        "%s-%s-s%d-%s".formatted(suite, task, seed, configuration).replaceAll("[^\\w.+-]+", "_");
    return readable.length() <= 120
        ? readable
        : readable.substring(0, 110) + "-" + Integer.toHexString(hashCode());
  }

  @Override
  public String toString() {
    return "%s:%s, seed %d, %s".formatted(suite, task, seed, configuration);
  }
}
