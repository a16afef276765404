package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.json.MessageJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Protocol operations as JSON objects, and messages on their way in and out. */
public final class RosbridgeJson {

  /** An image of some megabytes is one text of base64. */
  private static final int MAX_TEXT = 128 << 20;

  public static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              // rosbridge writes numbers that are none bare in arrays of fixed length, else as null
              .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
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

  public static ObjectNode op(String op) {
    return JsonNodeFactory.instance.objectNode().put("op", op);
  }

  /** The text of an operation. JSON has no NaN and no infinity: null stands for them. */
  public static String write(ObjectNode message) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new FiniteNumbers(MAPPER.createGenerator(out))) {
      MAPPER.writeTree(json, message);
    } catch (IOException e) {
      throw new UncheckedIOException("A message cannot be written as JSON", e);
    }
    return out.toString();
  }

  private static final class FiniteNumbers extends JsonGeneratorDelegate {

    FiniteNumbers(JsonGenerator json) {
      super(json, false);
    }

    @Override
    public void writeNumber(double value) throws IOException {
      if (Double.isFinite(value)) {
        super.writeNumber(value);
      } else {
        writeNull();
      }
    }

    @Override
    public void writeNumber(float value) throws IOException {
      if (Float.isFinite(value)) {
        super.writeNumber(value);
      } else {
        writeNull();
      }
    }
  }

  public static String text(ObjectNode message, String field) {
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
