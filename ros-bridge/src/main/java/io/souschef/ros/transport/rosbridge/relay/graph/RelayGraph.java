package io.souschef.ros.transport.rosbridge.relay.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;

/** Who subscribes, offers and asks for what, and where each message goes. Thread-safe. */
public class RelayGraph {

  private final RelayTopics topics = new RelayTopics();
  private final RelayServices services = new RelayServices();
  private final RelayActions actions = new RelayActions(topics);
  private final RelayRosapi rosapi = new RelayRosapi(topics, services.servers, actions.servers);

  /** Handles one message of a client. */
  public void receive(RelayPeer from, ObjectNode message) {
    switch (RosbridgeJson.text(message, "op")) {
      case "subscribe" -> topics.subscribe(from, message);
      case "unsubscribe" -> topics.unsubscribe(from, message);
      case "advertise" -> topics.advertise(from, message);
      case "unadvertise" -> topics.unadvertise(from, message);
      case "publish" -> topics.publish(message);
      case "advertise_service" -> services.advertise(from, message);
      case "unadvertise_service" -> services.withdraw(from, message);
      case "call_service" -> {
        if (!rosapi.answers(from, message) && !actions.answersCancel(from, message)) {
          services.call(from, message);
        }
      }
      case "service_response" -> services.respond(from, message);
      case "advertise_action" -> actions.advertise(from, message);
      case "unadvertise_action" -> actions.withdraw(from, message);
      case "send_action_goal" -> actions.send(from, message);
      case "cancel_action_goal" -> actions.cancel(message);
      case "action_feedback" -> actions.feedback(from, message);
      case "action_result" -> actions.result(from, message);
      default -> from.warn("Unknown operation " + RosbridgeJson.text(message, "op"));
    }
  }

  /** Forgets a client that has gone. */
  public void leave(RelayPeer peer) {
    topics.leave(peer);
    services.leave(peer);
    actions.leave(peer);
  }
}
