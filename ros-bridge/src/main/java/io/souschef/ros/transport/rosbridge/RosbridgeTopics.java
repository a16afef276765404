package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.Registrations;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Topics in both directions over one standing socket. */
final class RosbridgeTopics {

  private record Feed(TypeName type, Registrations<ObjectNode> listeners) {}

  private final StandingSocket socket;
  private final RosbridgeJson json;
  private final Map<String, Feed> feeds = new ConcurrentHashMap<>();

  RosbridgeTopics(StandingSocket socket, RosbridgeJson json) {
    this.socket = socket;
    this.json = json;
  }

  Registration subscribe(String topic, TypeName type, Consumer<ObjectNode> listener) {
    Feed feed = feeds.computeIfAbsent(topic, t -> new Feed(type, new Registrations<>()));
    if (!feed.type().equals(type)) {
      throw new IllegalArgumentException(
          "Topic %s is already subscribed as %s, not %s".formatted(topic, feed.type(), type));
    }
    Registration listening = feed.listeners().add(listener);
    String id = "subscribe:" + topic;
    socket.stand(
        id,
        RosbridgeJson.op("subscribe")
            .put("id", id)
            .put("topic", topic)
            .put("type", type.toString()));
    return () -> {
      listening.close();
      if (feed.listeners().isEmpty() && feeds.remove(topic, feed)) {
        socket.withdraw(id, RosbridgeJson.op("unsubscribe").put("id", id).put("topic", topic));
      }
    };
  }

  Publication advertise(String topic, TypeName type, Qos qos) {
    String id = "advertise:" + topic;
    socket.stand(
        id,
        RosbridgeJson.op("advertise")
            .put("id", id)
            .put("topic", topic)
            .put("type", type.toString())
            .put("latch", qos == Qos.LATCHED));
    return new Publication() {
      @Override
      public void publish(ObjectNode message) {
        ObjectNode op = RosbridgeJson.op("publish").put("topic", topic);
        op.set("msg", json.outgoing(type, message));
        socket.offer(op);
      }

      @Override
      public void close() {
        socket.withdraw(id, RosbridgeJson.op("unadvertise").put("id", id).put("topic", topic));
      }
    };
  }

  void receive(ObjectNode message) {
    Feed feed = feeds.get(RosbridgeJson.text(message, "topic"));
    if (feed != null) {
      feed.listeners().tell(json.incoming(feed.type(), message.path("msg")));
    }
  }
}
