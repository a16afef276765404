package io.souschef.ros.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.event.Printable;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The parameters of a node, as {@code ros2 param} lists, gets and sets them. Thread-safe. */
public final class Parameters {

  private static final String RCL = "rcl_interfaces/srv/";

  private final ConcurrentSkipListMap<String, Parameter> all = new ConcurrentSkipListMap<>();
  private final Set<String> nodes = ConcurrentHashMap.newKeySet();

  /** Adds one. */
  public void add(Parameter parameter) {
    all.put(parameter.name(), parameter);
  }

  /**
   * Serves them below a node's full name; nothing more where they are served already.
   *
   * @param node {@code /souschef}
   */
  public Registration serve(RosTransport transport, String node) {
    if (!nodes.add(node)) {
      return () -> {};
    }
    List<Registration> services =
        List.of(
            transport.serve(
                node + "/set_parameters", TypeName.of(RCL + "SetParameters"), this::set),
            transport.serve(
                node + "/get_parameters", TypeName.of(RCL + "GetParameters"), this::get),
            transport.serve(
                node + "/list_parameters", TypeName.of(RCL + "ListParameters"), request -> list()));
    return () -> {
      services.forEach(Registration::close);
      nodes.remove(node);
    };
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode set(ObjectNode request) {
    ObjectNode answer = json();
    ArrayNode results = answer.putArray("results");
    for (JsonNode wanted : request.path("parameters")) {
      String fault = set(wanted.path("name").asText(), wanted.path("value"));
      results.addObject().put("successful", fault.isEmpty()).put("reason", fault);
    }
    return answer;
  }

  private String set(String name, JsonNode value) {
    return Optional.ofNullable(all.get(name))
        .map(known -> known.change().apply(value))
        .orElseGet(
            () ->
                "there is no parameter '%s'; there is %s"
                    .formatted(Printable.of(name), String.join(", ", all.keySet())));
  }

  private ObjectNode get(ObjectNode request) {
    ObjectNode answer = json();
    ArrayNode values = answer.putArray("values");
    for (JsonNode name : request.path("names")) {
      values.add(
          Optional.ofNullable(all.get(name.asText()))
              .map(known -> known.value().get())
              .orElseGet(() -> json().put("type", 0)));
    }
    return answer;
  }

  private ObjectNode list() {
    ObjectNode answer = json();
    ArrayNode names = answer.putObject("result").putArray("names");
    all.keySet().forEach(names::add);
    return answer;
  }
}
