package io.souschef.ros.transport;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A goal that was sent. Safe for use by many threads. */
public interface ClientGoal {

  /** Unique among all goals of all clients. */
  String id();

  /** Full name of the action. */
  String action();

  /** Its id on the graph, where the transport chooses it; else only the server knows it. */
  default Optional<UUID> uuid() {
    return Optional.empty();
  }

  /** How it ends; never completes exceptionally. A server that says nothing leaves it open. */
  CompletableFuture<GoalOutcome> outcome();

  /** Asks the server to cancel it, on every way there is; whether it does shows the outcome. */
  void cancel();

  /** Stops waiting for it: the outcome, if still open, becomes {@link GoalOutcome.Lost}. */
  void abandon(String reason);
}
