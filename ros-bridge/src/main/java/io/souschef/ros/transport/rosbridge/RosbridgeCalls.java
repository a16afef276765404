package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.PendingCall;
import io.souschef.ros.transport.TransportException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Service calls, each on a socket of its own while it lasts. */
final class RosbridgeCalls {

  /**
   * What rosbridge says where the service was never asked. Whatever else it says, that it waited
   * too long or that the server went among it, the service may be at work still.
   */
  private static final Pattern NEVER_CALLED =
      Pattern.compile(
          "not exist|Unable to (?:import|load)|not a valid type|not have a field|message requires");

  private final SocketPool pool;
  private final RosbridgeJson json;

  RosbridgeCalls(SocketPool pool, RosbridgeJson json) {
    this.pool = pool;
    this.json = json;
  }

  CompletableFuture<ObjectNode> call(
      String service, TypeName type, ObjectNode request, Duration deadline) {
    PendingCall answer = new PendingCall();
    String id = "call:" + UUID.randomUUID();
    ObjectNode op =
        RosbridgeJson.op("call_service")
            .put("id", id)
            .put("service", service)
            .put("type", type.toString())
            // Else rosbridge waits for five seconds, and says then that the call has failed.
            .put("timeout", deadline.toMillis() / 1e3);
    op.set("args", json.outgoing(type.part("Request"), request));
    var unused =
        pool.lease()
            .whenComplete(
                (socket, error) -> {
                  if (error != null) {
                    answer.completeExceptionally(
                        TransportException.settled(
                            "Service %s: no link: %s".formatted(service, error.getMessage())));
                  } else {
                    start(socket, id, service, type, op, answer);
                  }
                });
    answer.endAfter(deadline, "Service %s: no socket could be opened".formatted(service));
    return answer;
  }

  private void start(
      RosbridgeSocket socket,
      String id,
      String service,
      TypeName type,
      ObjectNode op,
      PendingCall answer) {
    if (!answer.mayGoOut()) {
      pool.giveBack(socket); // whoever wanted it does not any more
      return;
    }
    CompletableFuture<ObjectNode> raw = new CompletableFuture<>();
    socket.receiver(
        message -> {
          if (RosbridgeJson.text(message, "id").equals(id)) {
            raw.complete(message);
          }
        });
    socket.send(op);
    var unusedLost =
        socket
            .lost()
            .thenAccept(
                reason ->
                    answer.completeExceptionally(
                        new TransportException(
                            "Service %s: the link was lost: %s".formatted(service, reason))));
    var unusedDone =
        raw.thenAccept(
            message -> {
              // First the answer: a socket that is one too many is closed, which would count as
              // lost.
              settle(service, type, message, answer);
              pool.giveBack(socket);
            });
    // A socket whose call was never answered may still be blocked by it.
    var unusedLate =
        answer.whenComplete(
            (value, error) -> {
              if (!raw.isDone()) {
                socket.close();
              }
            });
  }

  private void settle(
      String service, TypeName type, ObjectNode message, CompletableFuture<ObjectNode> answer) {
    if (!message.path("result").asBoolean(false)) {
      String why = message.path("values").asText("?");
      String words = "Service %s failed: %s".formatted(service, why);
      answer.completeExceptionally(
          NEVER_CALLED.matcher(why).find()
              ? TransportException.settled(words)
              : new TransportException(words));
      return;
    }
    try {
      answer.complete(json.incoming(type.part("Response"), message.path("values")));
    } catch (MalformedMessageException e) {
      answer.completeExceptionally(
          new TransportException("Service %s: %s".formatted(service, e.getMessage()), e));
    }
  }
}
