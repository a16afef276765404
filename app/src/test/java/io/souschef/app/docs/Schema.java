package io.souschef.app.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A schema of docs/schema. */
final class Schema {

  private static final JsonMapper JSON = new JsonMapper();

  private final JsonNode document;
  private final JsonSchema schema;

  Schema(String name) throws IOException {
    document = JSON.readTree(Files.readString(Path.of("../docs/schema").resolve(name)));
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document);
  }

  JsonNode document() {
    return document;
  }

  /** What is wrong with a document; empty when it fits. */
  List<String> faults(String json) throws IOException {
    return schema.validate(JSON.readTree(json)).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
