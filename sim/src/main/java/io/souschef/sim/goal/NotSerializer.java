package io.souschef.sim.goal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;

/** Writes {@code {"not": {...}}}: Jackson's own way loses the inner goal's key. */
final class NotSerializer extends JsonSerializer<Not> {

  @Override
  public void serialize(Not not, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName("not");
    provider
        .findTypedValueSerializer(not.goal().getClass(), true, null)
        .serialize(not.goal(), json, provider);
    json.writeEndObject();
  }

  @Override
  public void serializeWithType(
      Not not, JsonGenerator json, SerializerProvider provider, TypeSerializer type)
      throws IOException {
    serialize(not, json, provider);
  }
}
