package io.souschef.ros.transport.dds.action;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.GoalStatus;
import io.souschef.ros.transport.PendingCall;
import io.souschef.ros.transport.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A goal over DDS: sent, then its result is asked for, which the server answers at its end. */
final class DdsGoal implements ClientGoal {

  private static final Duration ACCEPT = Duration.ofSeconds(5);
  private static final Duration RUN = Duration.ofHours(2);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final DdsActionClient client;
  private final String action;
  private final Consumer<ObjectNode> listener;
  private final UUID id = UUID.randomUUID();
  private final CompletableFuture<GoalOutcome> outcome = new CompletableFuture<>();
  private final AtomicBoolean askedAgain = new AtomicBoolean();
  private volatile @Nullable PendingCall call;
  private volatile boolean cancelAsked;

  DdsGoal(DdsActionClient client, String action, Consumer<ObjectNode> listener) {
    this.client = client;
    this.action = action;
    this.listener = listener;
  }

  @Override
  public Optional<UUID> uuid() {
    return Optional.of(id);
  }

  void start(ObjectNode message) {
    PendingCall sending = client.sendGoal(id, message, ACCEPT);
    call = sending;
    var unused = sending.whenComplete((answer, error) -> accepted(answer, error));
    if (cancelAsked) {
      sending.takeBack();
    }
  }

  private void accepted(@Nullable ObjectNode answer, @Nullable Throwable error) {
    if (error instanceof TransportException refused && refused.isSettled()) {
      outcome.complete(new GoalOutcome.Rejected(String.valueOf(refused.getMessage())));
    } else if (answer == null) {
      // It may have arrived all the same: only a cancel can make sure.
      outcome.complete(new GoalOutcome.Lost("no answer to the goal: " + error));
    } else if (answer.path("accepted").asBoolean()) {
      askForResult(RUN);
    } else {
      outcome.complete(new GoalOutcome.Rejected("the server refused it"));
    }
  }

  private boolean takeBack() {
    PendingCall sending = call;
    return sending != null && sending.takeBack();
  }

  private void askForResult(Duration deadline) {
    var unused =
        client
            .getResult(id, deadline)
            .whenComplete(
                (answer, error) -> {
                  if (answer != null && answer.get("result") instanceof ObjectNode result) {
                    outcome.complete(GoalStatus.outcome(answer.path("status").asInt(), result));
                  }
                });
  }

  void feedback(ObjectNode values) {
    listener.accept(values);
  }

  /** The status topic says how it ended; should the result's reply be lost, this counts. */
  void status(int code) {
    if (code < GoalStatus.SUCCEEDED.code() || !askedAgain.compareAndSet(false, true)) {
      return;
    }
    var unused =
        CompletableFuture.runAsync(
            () -> {
              if (!outcome.isDone()) {
                askForResult(AGAIN);
                settleBy(code);
              }
            },
            CompletableFuture.delayedExecutor(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void settleBy(int code) {
    var unused =
        CompletableFuture.runAsync(
            () -> outcome.complete(GoalStatus.outcome(code, JsonNodeFactory.instance.objectNode())),
            CompletableFuture.delayedExecutor(2 * AGAIN.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public String id() {
    return id.toString();
  }

  @Override
  public String action() {
    return action;
  }

  @Override
  public CompletableFuture<GoalOutcome> outcome() {
    return outcome;
  }

  @Override
  public void cancel() {
    cancelAsked = true;
    if (takeBack()) {
      return;
    }
    // A lost one may still run.
    if (!outcome.isDone() || !outcome.join().isConfirmed()) {
      var unused = client.cancel(GoalIds.cancel(id), ACCEPT);
    }
  }

  @Override
  public void abandon(String reason) {
    takeBack(); // a goal that is given up must not go out once its server is there
    outcome.complete(new GoalOutcome.Lost(reason));
  }
}
