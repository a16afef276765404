package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Services and actions that are offered over one standing socket. */
final class RosbridgeServers {

  private record Service(TypeName type, Function<ObjectNode, ObjectNode> handler) {}

  private record Action(TypeName type, ActionHandler handler) {}

  private final StandingSocket socket;
  private final RosbridgeJson json;
  private final Map<String, Service> services = new ConcurrentHashMap<>();
  private final Map<String, Action> actions = new ConcurrentHashMap<>();
  private final Map<String, RosbridgeServerGoal> goals = new ConcurrentHashMap<>();

  RosbridgeServers(StandingSocket socket, RosbridgeJson json) {
    this.socket = socket;
    this.json = json;
  }

  Registration serve(String name, TypeName type, Function<ObjectNode, ObjectNode> handler) {
    services.put(name, new Service(type, handler));
    socket.stand(
        "service:" + name,
        RosbridgeJson.op("advertise_service").put("service", name).put("type", type.toString()));
    return () -> {
      services.remove(name);
      socket.withdraw(
          "service:" + name, RosbridgeJson.op("unadvertise_service").put("service", name));
    };
  }

  Registration serveAction(String name, TypeName type, ActionHandler handler) {
    actions.put(name, new Action(type, handler));
    socket.stand(
        "action:" + name,
        RosbridgeJson.op("advertise_action").put("action", name).put("type", type.toString()));
    return () -> {
      actions.remove(name);
      socket.withdraw("action:" + name, RosbridgeJson.op("unadvertise_action").put("action", name));
    };
  }

  void receive(ObjectNode message) {
    switch (RosbridgeJson.text(message, "op")) {
      case "call_service" -> called(message);
      case "send_action_goal" -> goal(message);
      case "cancel_action_goal" -> {
        RosbridgeServerGoal goal = goals.get(RosbridgeJson.text(message, "id"));
        if (goal != null) {
          goal.cancelAsked();
        }
      }
      default -> {}
    }
  }

  private void called(ObjectNode message) {
    String name = RosbridgeJson.text(message, "service");
    Service service = services.get(name);
    if (service == null) {
      return;
    }
    ObjectNode response =
        RosbridgeJson.op("service_response")
            .put("id", RosbridgeJson.text(message, "id"))
            .put("service", name);
    try {
      ObjectNode request = json.incoming(service.type().part("Request"), message.path("args"));
      ObjectNode values = service.handler().apply(request);
      response.set("values", json.outgoing(service.type().part("Response"), values));
      response.put("result", true);
    } catch (RuntimeException e) {
      response.put("values", String.valueOf(e.getMessage())).put("result", false);
    }
    socket.send(response);
  }

  private void goal(ObjectNode message) {
    String name = RosbridgeJson.text(message, "action");
    String id = RosbridgeJson.text(message, "id");
    Action action = actions.get(name);
    if (action == null) {
      return;
    }
    RosbridgeServerGoal goal;
    try {
      ObjectNode request = json.incoming(action.type().part("Goal"), message.path("args"));
      goal =
          new RosbridgeServerGoal(
              id, name, action.type(), request, json, socket, () -> goals.remove(id));
      Optional<String> refusal = action.handler().refuse(request);
      if (refusal.isPresent()) {
        goal.refuse(refusal.get());
        return;
      }
    } catch (io.souschef.ros.message.MalformedMessageException e) {
      socket.send(RosbridgeServerGoal.refusal(id, name, String.valueOf(e.getMessage())));
      throw e;
    }
    goals.put(id, goal);
    action.handler().start(goal);
  }
}
