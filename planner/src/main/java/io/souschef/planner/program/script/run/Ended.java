package io.souschef.planner.program.script.run;

/** The program is over: refused, stopped, or at a limit. Nothing in it catches this. */
final class Ended extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Ending.Kind kind;

  Ended(Ending.Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  Ending.Kind kind() {
    return kind;
  }
}
