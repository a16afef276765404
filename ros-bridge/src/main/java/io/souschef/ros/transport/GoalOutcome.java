package io.souschef.ros.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How an action's goal ended. */
public sealed interface GoalOutcome {

  /** The server reached it. */
  record Succeeded(ObjectNode result) implements GoalOutcome {}

  /** The server gave up. */
  record Aborted(ObjectNode result) implements GoalOutcome {}

  /** The server canceled it, as asked. */
  record Canceled(ObjectNode result) implements GoalOutcome {}

  /** The server did not take it on, or the link could not carry it; nothing moved for it. */
  record Rejected(String reason) implements GoalOutcome {}

  /** The link or the server was lost while it ran; the robot may still be moving. */
  record Lost(String reason) implements GoalOutcome {}

  /** Whether the server itself said that it is over. */
  default boolean isConfirmed() {
    return !(this instanceof Lost);
  }
}
