package io.souschef.planner.program.script.syntax;

/**
 * What is wrong in a script, and the mend.
 *
 * @param at where
 * @param message one sentence, with the mend; of what is too long to be read the middle is left out
 */
public record Problem(Position at, String message) {

  private static final int LONGEST = 600;
  private static final String LEFT_OUT = " ... ";

  public Problem {
    if (message.length() > LONGEST) {
      int half = (LONGEST - LEFT_OUT.length()) / 2;
      message = message.substring(0, half) + LEFT_OUT + message.substring(message.length() - half);
    }
  }

  @Override
  public String toString() {
    return at + ": " + message;
  }
}
