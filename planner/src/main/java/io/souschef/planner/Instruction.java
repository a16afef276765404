package io.souschef.planner;

import io.souschef.skills.failure.InvalidInputException;
import java.util.Locale;

/**
 * What a user asks for, in their words.
 *
 * @param text 1 to {@value #MAX_CHARACTERS} characters on one line
 */
public record Instruction(String text) {

  public static final int MAX_CHARACTERS = 2_000;

  /**
   * Checks and trims.
   *
   * @throws InvalidInputException when nothing in it can be seen, it is too long, or it holds
   *     control characters
   */
  public Instruction {
    text = text.strip();
    if (text.length() > MAX_CHARACTERS) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "The instruction has %,d characters; at most %,d are read, so say it shorter",
              text.length(),
              MAX_CHARACTERS));
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "The instruction holds the control character U+%04X at position %d; remove it",
                (int) text.charAt(i),
                i + 1));
      }
    }
    if (text.codePoints().noneMatch(Instruction::isSeen)) {
      throw new InvalidInputException(
          "The instruction is empty; say what the robot shall do, for example \"bring me a coke\"");
    }
  }

  /** Not a space, a mark of direction or the like. */
  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT,
          Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
