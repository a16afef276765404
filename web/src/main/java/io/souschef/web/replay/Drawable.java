package io.souschef.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Shown;
import java.nio.file.Path;

/** What can be drawn of a file that may be anybody's: numbers that fit into a kitchen. */
final class Drawable {

  /** Seconds: a month and more. */
  static final double LONGEST_S = 1e7;

  /** Maps of whole countries have coordinates of this size. */
  private static final double FARTHEST_M = 2e7;

  private Drawable() {}

  /**
   * Makes sure that a line can be drawn.
   *
   * @param what what the file is, as a sentence begins: "Trace"
   * @param line from 1
   * @param drawing makes everything that the line says; throws where it cannot
   * @throws InvalidInputException naming file and line
   */
  static void require(String what, Path file, int line, Runnable drawing) {
    try {
      drawing.run();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "%s '%s', line %s cannot be drawn: %s"
              .formatted(what, file, line, Shown.line(String.valueOf(e.getMessage()))),
          e);
    }
  }

  /** A coordinate, or a part of a rotation; what is missing is 0. */
  static double metres(JsonNode node) {
    return within(node, FARTHEST_M, "A coordinate");
  }

  /** A time. */
  static double seconds(JsonNode node) {
    return within(node, LONGEST_S, "A time in seconds");
  }

  private static double within(JsonNode node, double most, String what) {
    double value = node.isMissingNode() ? 0 : node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(Math.abs(value) <= most)) {
      throw new IllegalArgumentException(
          "%s is a number from -%s to %s, not %s".formatted(what, most, most, cut(node)));
    }
    return value;
  }

  private static String cut(JsonNode node) {
    String text = node.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
