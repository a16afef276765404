package io.souschef.sim;

import io.souschef.skills.failure.InvalidInputException;
import java.util.Locale;

/** How fast simulated time passes. */
public enum Pace {
  /** One simulated second takes one second. */
  REAL,
  /** As fast as the machine computes. */
  MAX;

  /**
   * Reads {@code real} or {@code max}.
   *
   * @throws InvalidInputException for any other word
   */
  public static Pace parse(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "real" -> REAL;
      case "max" -> MAX;
      default ->
          throw new InvalidInputException("Speed '%s' is unknown; use real or max".formatted(word));
    };
  }
}
