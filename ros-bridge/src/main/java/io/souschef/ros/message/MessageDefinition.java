package io.souschef.ros.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The structure of one message, or of one part of a service or action.
 *
 * @param type its name
 * @param fields in the order of the wire
 * @param constants name to value
 */
public record MessageDefinition(
    TypeName type, List<Field> fields, Map<String, JsonNode> constants) {

  public MessageDefinition {
    fields = List.copyOf(fields);
    constants = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }
}
