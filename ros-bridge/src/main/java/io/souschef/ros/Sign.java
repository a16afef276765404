package io.souschef.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.transport.GoalOutcome;
import org.jspecify.annotations.Nullable;

/** What the thread that waits for a command's end is woken by. */
sealed interface Sign {

  /** Feedback came. */
  record Told(ObjectNode feedback) implements Sign {}

  /** The goal has ended. */
  record Ended(GoalOutcome outcome) implements Sign {}

  /** The service has answered, or never will. */
  record Answered(@Nullable ObjectNode value, @Nullable Throwable error) implements Sign {}

  /** Somebody wants it to stop. */
  record CancelAsked() implements Sign {}
}
