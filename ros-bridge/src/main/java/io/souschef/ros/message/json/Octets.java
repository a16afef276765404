package io.souschef.ros.message.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import io.souschef.ros.message.MalformedMessageException;
import java.util.Base64;

/** Arrays of bytes as JSON has them: binary nodes, base64 text, or arrays of numbers. */
final class Octets {

  private Octets() {}

  static BinaryNode of(JsonNode value, String path) {
    if (value instanceof BinaryNode binary) {
      return binary;
    }
    if (value.isTextual()) {
      try {
        return BinaryNode.valueOf(Base64.getDecoder().decode(value.textValue()));
      } catch (IllegalArgumentException e) {
        throw new MalformedMessageException(path + " is not base64", e);
      }
    }
    if (!value.isArray()) {
      throw MessageJson.mismatch(path, "base64 or an array of bytes", value);
    }
    byte[] bytes = new byte[value.size()];
    for (int i = 0; i < bytes.length; i++) {
      JsonNode element = value.get(i);
      if (!element.isIntegralNumber()
          || !element.canConvertToInt()
          || (element.intValue() >> 8) != 0) {
        throw MessageJson.mismatch(path, "numbers from 0 to 255", element);
      }
      bytes[i] = (byte) element.intValue();
    }
    return BinaryNode.valueOf(bytes);
  }
}
