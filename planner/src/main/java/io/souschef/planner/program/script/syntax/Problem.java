package io.souschef.planner.program.script.syntax;

/**
 * What is wrong in a script, and the mend.
 *
 * @param at where
 * @param message one sentence, with the mend
 */
public record Problem(Position at, String message) {

  @Override
  public String toString() {
    return at + ": " + message;
  }
}
