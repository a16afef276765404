package io.souschef.planner.program.script.library;

/** What sort of value something is. */
public enum Kind {
  NUMBER("a number"),
  TEXT("a text"),
  TRUTH("true or false"),
  THINGS("things"),
  PLACE("a place"),
  LIST("a list"),
  NOTHING("nothing"),
  /** Known only when the program runs. */
  ANY("anything");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** Words for messages: "a number". */
  public String words() {
    return words;
  }
}
