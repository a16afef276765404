package io.souschef.evaluation.run;

/** Why an attempt is no success, in a sentence. Stateless. */
public final class FailureWords {

  private FailureWords() {}

  public static String of(Attempt attempt) {
    String unmet = String.join("; ", attempt.unmet());
    return switch (attempt.outcome()) {
      case DONE -> "done was chosen, the goal does not hold: " + unmet;
      case STEP_LIMIT ->
          attempt.goal()
              ? "the goal holds, done was never chosen"
              : "done was never chosen: " + unmet;
      case GIVEN_UP -> "given up (%s): %s".formatted(attempt.message(), unmet);
      case REFUSED -> "refused (%s): %s".formatted(attempt.message(), unmet);
      case UNANSWERED -> "asked (%s), nobody answered: %s".formatted(attempt.message(), unmet);
      case TIME_LIMIT, ROBOT_TIME_LIMIT, TOKEN_LIMIT ->
          "%s: %s".formatted(attempt.message(), unmet);
      case CANCELED -> "canceled";
      case ERROR -> attempt.message();
    };
  }
}
