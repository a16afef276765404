package io.souschef.ros.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.task.NodeLifecycle.State;
import io.souschef.ros.task.NodeLifecycle.Transition;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@link NodeLifecycle} on the graph, as {@code ros2 lifecycle} asks for it: {@code get_state},
 * {@code change_state}, {@code get_available_states}, {@code get_available_transitions} and {@code
 * get_transition_graph} below the node's name. Whoever leaves the state active ends every task.
 */
public final class LifecycleServices implements AutoCloseable {

  private final NodeLifecycle lifecycle;
  private final TaskServer tasks;
  private final List<Registration> services;

  /**
   * Offers them.
   *
   * @param name full name of the node: {@code /souschef}
   */
  public LifecycleServices(
      RosTransport transport, String name, NodeLifecycle lifecycle, TaskServer tasks) {
    this.lifecycle = lifecycle;
    this.tasks = tasks;
    services =
        List.of(
            transport.serve(name + "/get_state", type("GetState"), request -> state()),
            transport.serve(name + "/change_state", type("ChangeState"), this::change),
            transport.serve(
                name + "/get_available_states", type("GetAvailableStates"), request -> states()),
            transport.serve(
                name + "/get_available_transitions",
                type("GetAvailableTransitions"),
                request -> transitions(lifecycle.available(tasks::isBusy))),
            transport.serve(
                name + "/get_transition_graph",
                type("GetAvailableTransitions"),
                request -> transitions(List.of(Transition.values()))));
  }

  private static TypeName type(String service) {
    return TypeName.of("lifecycle_msgs/srv/" + service);
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode message(State state) {
    return json().put("id", state.id).put("label", state.name().toLowerCase(Locale.ROOT));
  }

  private ObjectNode state() {
    ObjectNode answer = json();
    answer.set("current_state", message(lifecycle.state(tasks::isBusy)));
    return answer;
  }

  private ObjectNode change(ObjectNode request) {
    JsonNode wanted = request.path("transition");
    Optional<Transition> made =
        lifecycle.change(wanted.path("id").asInt(), wanted.path("label").asText(""), tasks::isBusy);
    if (made.isPresent() && made.get().from == State.ACTIVE) {
      tasks.endAll();
    }
    return json().put("success", made.isPresent());
  }

  private static ObjectNode states() {
    ObjectNode answer = json();
    ArrayNode all = answer.putArray("available_states");
    for (State state : State.values()) {
      all.add(message(state));
    }
    return answer;
  }

  private static ObjectNode transitions(List<Transition> ways) {
    ObjectNode answer = json();
    ArrayNode all = answer.putArray("available_transitions");
    for (Transition way : ways) {
      ObjectNode one = all.addObject();
      one.putObject("transition").put("id", way.id).put("label", way.label);
      one.set("start_state", message(way.from));
      one.set("goal_state", message(way.to));
    }
    return answer;
  }

  @Override
  public void close() {
    services.forEach(Registration::close);
  }
}
