package io.souschef.evaluation.run;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

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

  /** Names in which different characters do not become the same ones. */
  private static final Pattern USUAL = Pattern.compile("[\\w.+-]+ x \\w+(?:, \\w+)+");

  /**
   * What was to be done in which world, whoever did it.
   *
   * @param suite name of the task's suite
   * @param task id of the task in it
   * @param seed random seed of the world
   */
  public record Situation(String suite, String task, long seed) {}

  /** What is paired with the same of another configuration or run. */
  public Situation situation() {
    return new Situation(suite, task, seed);
  }

  @Override
  public int compareTo(EpisodeKey other) {
    return ORDER.compare(this, other);
  }

  /** The name of the episode's files, without suffix. */
  public String fileName() {
    String name = suite + "-" + task + "-s" + seed + "-" + configuration;
    String readable = name.replaceAll("[^\\w.+-]+", "_");
    boolean unique = readable.length() <= 120 && USUAL.matcher(name).matches();
    return unique
        ? readable
        : readable.substring(0, Math.min(110, readable.length()))
            + "-"
            + Integer.toHexString(toString().hashCode());
  }

  /**
   * The name of an attempt at it, which its trace and picture bear.
   *
   * @param kind "plan" or "execution"
   */
  public String attempt(String kind) {
    return fileName() + "-" + kind;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s:%s, seed %d, %s", suite, task, seed, configuration);
  }
}
