package io.souschef.ros.safety;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.PendingCall;
import io.souschef.ros.transport.TransportException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A call of a service. ROS 2 has no way to cancel one: its answer alone says that it is over. */
final class ServiceMotion implements Motion {

  private final String name;
  private final CompletableFuture<ObjectNode> answer;
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  ServiceMotion(String name, CompletableFuture<ObjectNode> answer) {
    this.name = name;
    this.answer = answer;
    var unused =
        answer.whenComplete(
            (value, error) -> {
              Throwable cause = error instanceof CompletionException ? error.getCause() : error;
              if (cause == null
                  || (cause instanceof TransportException failed && failed.isSettled())) {
                over.complete(null);
              }
            });
  }

  CompletableFuture<ObjectNode> answer() {
    return answer;
  }

  /** What has not gone out yet, since its server is still looked for, never will. */
  void takeBack() {
    if (answer instanceof PendingCall call) {
      call.takeBack();
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CompletableFuture<Void> over() {
    return over;
  }

  @Override
  public String doubt() {
    return answer.isDone()
        ? "its answer was lost"
        : "a service cannot be canceled, and its answer is still to come";
  }
}
