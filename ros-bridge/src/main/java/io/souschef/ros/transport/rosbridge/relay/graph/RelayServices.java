package io.souschef.ros.transport.rosbridge.relay.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.souschef.ros.transport.rosbridge.RosbridgeJson;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The relay's services. */
public final class RelayServices {

  private static final int MOST_CALLS = 10_000;

  private record Call(RelayPeer client, RelayPeer server, ObjectNode request) {}

  final RelayNames servers = new RelayNames("service");
  private final Map<String, Call> calls = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();

  void advertise(RelayPeer peer, ObjectNode message) {
    servers.advertise(
        peer, RosbridgeJson.text(message, "service"), RosbridgeJson.text(message, "type"));
  }

  void withdraw(RelayPeer peer, ObjectNode message) {
    servers.withdraw(peer, RosbridgeJson.text(message, "service"));
  }

  void call(RelayPeer client, ObjectNode message) {
    String service = RosbridgeJson.text(message, "service");
    Optional<RelayPeer> server = servers.owner(service);
    if (server.isEmpty()) {
      client.send(
          answer(message)
              .put("values", "Service %s does not exist".formatted(service))
              .put("result", false));
      return;
    }
    if (calls.size() >= MOST_CALLS) {
      client.send(
          answer(message)
              .put("values", "More than %s calls wait for an answer".formatted(MOST_CALLS))
              .put("result", false));
      return;
    }
    String id = String.format(Locale.ROOT, "service_request:%s:%d", service, ids.incrementAndGet());
    calls.put(id, new Call(client, server.get(), message));
    ObjectNode op = RosbridgeJson.op("call_service").put("id", id).put("service", service);
    op.set("args", message.path("args"));
    server.get().send(op);
  }

  /** Only who was asked may answer. */
  void respond(RelayPeer from, ObjectNode message) {
    String id = RosbridgeJson.text(message, "id");
    Call call = calls.get(id);
    if (call == null || !call.server().equals(from)) {
      from.warn("Nobody asked this client what it answers as " + id);
      return;
    }
    calls.remove(id);
    ObjectNode answer = answer(call.request());
    answer.set("values", message.path("values"));
    call.client().send(answer.put("result", message.path("result").asBoolean(false)));
  }

  void leave(RelayPeer peer) {
    servers.leave(peer);
    calls.forEach(
        (id, call) -> {
          if (call.client().equals(peer)) {
            calls.remove(id, call);
          } else if (call.server().equals(peer) && calls.remove(id, call)) {
            ObjectNode answer = answer(call.request()).put("result", false);
            answer.set("values", TextNode.valueOf("The service's server has gone"));
            call.client().send(answer);
          }
        });
  }

  public static ObjectNode answer(ObjectNode request) {
    return RosbridgeJson.op("service_response")
        .put("id", RosbridgeJson.text(request, "id"))
        .put("service", RosbridgeJson.text(request, "service"));
  }
}
