package io.souschef.ros.message;

/** Type of one value of a field, before it is repeated in an array. */
public sealed interface ElementType permits Primitive, ElementType.Text, ElementType.Nested {

  /**
   * A string.
   *
   * @param wide {@code wstring}; readable in a definition, refused by the codecs
   * @param bound greatest length in bytes of UTF-8; {@link Integer#MAX_VALUE} when unbounded
   */
  record Text(boolean wide, int bound) implements ElementType {}

  /** Another message. */
  record Nested(TypeName type) implements ElementType {}
}
