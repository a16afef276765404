package io.souschef.planner.program.script.library;

/** What may be passed for a parameter. */
public enum Takes {
  NUMBER("a whole number from 1 to 99", "3"),
  TEXT("a text", "\"tea or coffee?\""),
  /** Texts, or one list of texts. */
  OPTIONS("texts", "\"tea\", \"coffee\""),
  /** A selection, or a text for one. */
  THINGS("things", "any(\"drink\")"),
  /** A place, or a text for one. */
  PLACE("a place", "\"table\""),
  /** A noun or an attribute of things. */
  THING_WORD("a word for things", "\"drink\""),
  /** An attribute of places, or a name. */
  PLACE_WORD("a word for places", "\"container\""),
  ANYTHING("a value", "\"hello\"");

  private final String words;
  private final String example;

  Takes(String words, String example) {
    this.words = words;
    this.example = example;
  }

  /** Words for messages: "a place". */
  public String words() {
    return words;
  }

  /** As a program has it: {@code "table"}. */
  public String example() {
    return example;
  }
}
