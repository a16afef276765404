package io.souschef.sim.goal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import io.souschef.sim.state.WorldState;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Not this one. */
@JsonTypeName("not")
@JsonSerialize(using = Not.Writer.class)
record Not(Goal goal) implements Goal {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Not {}

  @Override
  public boolean holds(WorldState state) {
    return !goal.holds(state);
  }

  @Override
  public List<String> unmet(WorldState state) {
    return holds(state) ? List.of() : List.of("it should not be so: " + goal.words());
  }

  @Override
  public String words() {
    return "not (%s)".formatted(goal.words());
  }

  @Override
  public Stream<Goal> tree() {
    return Stream.concat(Stream.of(this), goal.tree());
  }

  /** Writes {@code {"not": {...}}}: Jackson's own way loses the inner goal's key. */
  static final class Writer extends JsonSerializer<Not> {

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
}
