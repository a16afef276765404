package io.souschef.rosbridge.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The relay's services. */
final class RelayServices {

  private record Call(RelayPeer client, RelayPeer server, ObjectNode request) {}

  private final Map<String, RelayPeer> servers = new ConcurrentHashMap<>();
  private final Map<String, Call> calls = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  void advertise(RelayPeer peer, ObjectNode message) {
    servers.put(RosbridgeJson.text(message, "service"), peer);
  }

  void withdraw(RelayPeer peer, ObjectNode message) {
    servers.remove(RosbridgeJson.text(message, "service"), peer);
  }

  void call(RelayPeer client, ObjectNode message) {
    String service = RosbridgeJson.text(message, "service");
    RelayPeer server = servers.get(service);
    if (server == null) {
      client.send(
          answer(message)
              .put("values", "Service %s does not exist".formatted(service))
              .put("result", false));
      return;
    }
    String id = "service_request:%s:%d".formatted(service, ids.incrementAndGet());
    calls.put(id, new Call(client, server, message));
    ObjectNode op = RosbridgeJson.op("call_service").put("id", id).put("service", service);
    op.set("args", message.path("args"));
    server.send(op);
  }

  void respond(ObjectNode message) {
    Call call = calls.remove(RosbridgeJson.text(message, "id"));
    if (call != null) {
      ObjectNode answer = answer(call.request());
      answer.set("values", message.path("values"));
      call.client().send(answer.put("result", message.path("result").asBoolean(false)));
    }
  }

  void leave(RelayPeer peer) {
    servers.values().removeIf(peer::equals);
    calls.forEach(
        (id, call) -> {
          if (call.server().equals(peer) && calls.remove(id, call)) {
            ObjectNode answer = answer(call.request()).put("result", false);
            answer.set("values", TextNode.valueOf("The service's server has gone"));
            call.client().send(answer);
          }
        });
  }

  static ObjectNode answer(ObjectNode request) {
    return RosbridgeJson.op("service_response")
        .put("id", RosbridgeJson.text(request, "id"))
        .put("service", RosbridgeJson.text(request, "service"));
  }
}
