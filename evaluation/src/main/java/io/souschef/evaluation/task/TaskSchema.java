package io.souschef.evaluation.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;

/** The JSON Schema of a task ({@code task.schema.json}). */
final class TaskSchema {

  private final JsonSchema schema =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              SuiteFile.resource("task.schema.json"),
              SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());

  /**
   * What is wrong with a task.
   *
   * @param field where: "goal.at.place"; empty for the task itself
   * @param message what, in one sentence
   */
  record Fault(String field, String message) {}

  /** Every fault in the order of the fields. */
  List<Fault> faults(JsonNode task) {
    return schema.validate(task).stream()
        .sorted(
            Comparator.comparing((ValidationMessage m) -> m.getInstanceLocation().toString())
                .thenComparing(ValidationMessage::getMessage))
        .map(TaskSchema::fault)
        .distinct()
        .toList();
  }

  private static Fault fault(ValidationMessage message) {
    String pointer = message.getInstanceLocation().toString();
    String text = message.getMessage();
    String prefix = pointer + ": ";
    return new Fault(
        pointer.replaceFirst("^/", "").replace('/', '.'),
        text.startsWith(prefix) ? text.substring(prefix.length()) : text);
  }
}
