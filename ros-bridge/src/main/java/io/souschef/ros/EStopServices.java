package io.souschef.ros;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The e-stop for whoever has no topic for it: the service {@code souschef/e_stop} ({@code
 * std_srvs/srv/Trigger}), and the parameter {@code e_stop} of the node {@code souschef}. Whoever
 * presses it is answered when every cancel is handed over. It cannot be released by these.
 */
final class EStopServices implements AutoCloseable {

  private static final String NODE = "souschef/";
  private static final String PARAMETER = "e_stop";
  private static final String RCL = "rcl_interfaces/srv/";
  private static final int BOOL = 1;

  private final Runnable press;
  private final BooleanSupplier pressed;
  private final List<Registration> services;

  /**
   * Offers them.
   *
   * @param press stops everything and does not wait
   * @param pressed whether it was
   */
  EStopServices(
      RosTransport transport, Connection connection, Runnable press, BooleanSupplier pressed) {
    this.press = press;
    this.pressed = pressed;
    services =
        List.of(
            transport.serve(
                connection.resolve(NODE + PARAMETER),
                TypeName.of("std_srvs/srv/Trigger"),
                request -> trigger()),
            transport.serve(
                connection.resolve(NODE + "set_parameters"),
                TypeName.of(RCL + "SetParameters"),
                this::set),
            transport.serve(
                connection.resolve(NODE + "get_parameters"),
                TypeName.of(RCL + "GetParameters"),
                this::get),
            transport.serve(
                connection.resolve(NODE + "list_parameters"),
                TypeName.of(RCL + "ListParameters"),
                request -> list()));
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private ObjectNode trigger() {
    press.run();
    return json().put("success", true).put("message", "pressed: every goal is being canceled");
  }

  private ObjectNode set(ObjectNode request) {
    ObjectNode answer = json();
    ArrayNode results = answer.putArray("results");
    for (JsonNode parameter : request.path("parameters")) {
      String fault = set(parameter.path("name").asText(), parameter.path("value"));
      results.addObject().put("successful", fault.isEmpty()).put("reason", fault);
    }
    return answer;
  }

  private String set(String name, JsonNode value) {
    if (!name.equals(PARAMETER)) {
      return "there is the parameter e_stop and no other";
    }
    if (value.path("type").asInt() != BOOL) {
      return "e_stop is true or false";
    }
    if (value.path("bool_value").asBoolean()) {
      press.run();
      return "";
    }
    return pressed.getAsBoolean() ? "it cannot be released here; start Souschef anew" : "";
  }

  private ObjectNode get(ObjectNode request) {
    ObjectNode answer = json();
    ArrayNode values = answer.putArray("values");
    for (JsonNode name : request.path("names")) {
      boolean known = name.asText().equals(PARAMETER);
      values
          .addObject()
          .put("type", known ? BOOL : 0)
          .put("bool_value", known && pressed.getAsBoolean());
    }
    return answer;
  }

  private static ObjectNode list() {
    ObjectNode answer = json();
    answer.putObject("result").putArray("names").add(PARAMETER);
    return answer;
  }

  @Override
  public void close() {
    services.forEach(Registration::close);
  }
}
