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
      case "advertise" -> {
        if (mayTell(from, message)) {
          topics.advertise(from, message);
        }
      }
      case "unadvertise" -> topics.unadvertise(from, message);
      case "publish" -> {
        if (mayTell(from, message)) {
          topics.publish(message);
        }
      }
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
      case "cancel_action_goal" -> actions.cancel(from, message);
      case "action_feedback" -> actions.feedback(from, message);
      case "action_result" -> actions.result(from, message);
      default -> from.warn("Unknown operation " + RosbridgeJson.text(message, "op"));
    }
  }

  /**
   * What becomes of goals is told by this relay alone: a client that could would make a planner
   * believe that a robot which drives has stopped.
   */
  private static boolean mayTell(RelayPeer from, ObjectNode message) {
    String topic = RosbridgeJson.text(message, "topic");
    boolean ours = RelayActions.isOwnTopic(topic);
    if (ours) {
      from.warn("%s is told by this rosbridge alone".formatted(topic));
    }
    return !ours;
  }

  /** Forgets a client that has gone. */
  public void leave(RelayPeer peer) {
    topics.leave(peer);
    services.leave(peer);
    actions.leave(peer);
  }
}
