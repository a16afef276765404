package io.souschef.models.server.http;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads log-probabilities out of an answer. */
public final class LogProbability {

  /** Rounding may lift ln 1 a little above 0. */
  private static final double ROUNDING = 1e-2;

  private LogProbability() {}

  /**
   * Reads one.
   *
   * @return finite, never above 0
   * @throws RetriableException when it is none
   */
  public static double of(JsonNode value) throws RetriableException {
    if (!value.isNumber()) {
      throw RetriableException.nonsense(
          value.isMissingNode() || value.isNull()
              ? "a token has no log-probability"
              : "a log-probability is no number: " + ServerWords.shown(value.toString()));
    }
    double number = value.asDouble();
    if (!Double.isFinite(number)) {
      throw RetriableException.nonsense(
          "a log-probability is not finite (%s), which happens to a damaged or overflowing model"
              .formatted(number));
    }
    if (number > ROUNDING) {
      throw RetriableException.nonsense(
          "a log-probability is above 0 (%s), so it is none".formatted(number));
    }
    return Math.min(0, number);
  }
}
