package io.souschef.planner.program.script.run;

/** Something was not achieved; {@code catch} of the program gets its message. */
final class Failed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failed(String message) {
    super(message, null, false, false);
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
