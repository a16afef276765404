package io.souschef.skills.effect;

/**
 * How long a skill is expected to take.
 *
 * @param baseS robot time wherever it begins, seconds, at least 0
 * @param perMetreS robot time for every metre of floor between the robot and where the skill leads
 *     it, seconds, at least 0
 */
public record Duration(double baseS, double perMetreS) {

  /** Of a skill about whose time nothing is said. */
  public static final Duration UNKNOWN = new Duration(15, 0);

  public Duration {
    if (!(baseS >= 0 && baseS < 1e6 && perMetreS >= 0 && perMetreS < 1e6)) {
      throw new IllegalArgumentException(
          "A skill takes from 0 to 1,000,000 seconds, not %s and %s for every metre"
              .formatted(baseS, perMetreS));
    }
  }

  /** Expected robot time in seconds, with so many metres to drive. */
  public double seconds(double metres) {
    return baseS + perMetreS * metres;
  }
}
