package io.souschef.planner.rehearsal;

/**
 * The rule by which rehearsals change what a language model takes to be meant. People rarely ask
 * for what cannot be: of a meaning that something stands in the way of, only a part of its
 * probability is left, and the others gain what it loses. So it falls behind one that is a little
 * less likely and can be done, and the robot asks where both are likely then; it stays first where
 * nothing else was likely in the first place, and is then tried, looked for and given up as ever.
 * Of two that are as likely the one that takes less robot time comes first.
 *
 * @param rehearsed how many meanings are tried at most, likeliest first, at least 1
 * @param hindered what is left of the probability of a meaning that something stands in the way of,
 *     in (0, 1]
 */
public record Ranking(int rehearsed, double hindered) {

  /** As held-out requests in homes drawn at random have it. */
  public static final Ranking STANDARD = new Ranking(5, 0.3);

  public Ranking {
    if (rehearsed < 1 || !(hindered > 0 && hindered <= 1)) {
      throw new IllegalArgumentException(
          "At least 1 meaning must be rehearsed and a share in (0, 1] be left, got %s and %s"
              .formatted(rehearsed, hindered));
    }
  }

  /** The same for another number of meanings. */
  public Ranking of(int meanings) {
    return new Ranking(meanings, hindered);
  }

  /** What is left of a meaning's probability, before all are brought to their old sum. */
  public double share(Rehearsed of) {
    return of.isHindered() ? hindered : 1;
  }
}
