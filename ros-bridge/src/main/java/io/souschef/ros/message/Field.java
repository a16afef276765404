package io.souschef.ros.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One field of a message.
 *
 * @param name lower snake case
 * @param type type of its value, or of each of its elements
 * @param count how many of them
 * @param initial the definition's own default value
 */
public record Field(String name, ElementType type, Count count, Optional<JsonNode> initial) {

  /**
   * How many values a field holds.
   *
   * @param form one, a fixed number, or as many as the message says
   * @param limit the fixed number, or the greatest one; {@link Integer#MAX_VALUE} when unbounded
   */
  public record Count(Form form, int limit) {

    static final Count ONE = new Count(Form.ONE, 1);

    /** Shape of a field. */
    public enum Form {
      ONE,
      ARRAY,
      SEQUENCE
    }
  }

  public boolean isOctets() {
    return count.form() != Count.Form.ONE
        && type instanceof Primitive primitive
        && primitive.isOctet();
  }
}
