package io.souschef.ros.message;

/** Definitions of messages from their text, for tests of other packages. */
public final class Definitions {

  private Definitions() {}

  public static MessageDefinition parse(TypeName type, String text) {
    return InterfaceParser.parse(type, text, type.toString()).get(0);
  }
}
