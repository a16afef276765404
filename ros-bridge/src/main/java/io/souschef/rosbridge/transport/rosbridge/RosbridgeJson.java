package io.souschef.rosbridge.transport.rosbridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.message.MalformedMessageException;
import io.souschef.rosbridge.message.MessageCatalog;
import io.souschef.rosbridge.message.MessageJson;
import io.souschef.rosbridge.message.TypeName;

/** Protocol operations as JSON objects, and messages on their way in and out. */
final class RosbridgeJson {

  /** An image of some megabytes is one text of base64. */
  private static final int MAX_TEXT = 128 << 20;

  static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(MAX_TEXT)
                      .maxNestingDepth(100)
                      .build())
              .build());

  private final MessageCatalog catalog;
  private final MessageJson json;

  RosbridgeJson(MessageCatalog catalog) {
    this.catalog = catalog;
    this.json = new MessageJson(catalog);
  }

  static ObjectNode op(String op) {
    return JsonNodeFactory.instance.objectNode().put("op", op);
  }

  static String text(ObjectNode message, String field) {
    return message.path(field).asText("");
  }

  /** What is sent: exact where the type is known, else as it is, for the robot knows its types. */
  ObjectNode outgoing(TypeName type, ObjectNode message) {
    return catalog.find(type).isPresent() ? json.given(type, message) : message;
  }

  /** What was received under a field of a protocol message. */
  ObjectNode incoming(TypeName type, JsonNode values) {
    if (!(values instanceof ObjectNode object)) {
      throw new MalformedMessageException("%s came without values".formatted(type));
    }
    return catalog.find(type).isPresent() ? json.received(type, object) : object;
  }
}
