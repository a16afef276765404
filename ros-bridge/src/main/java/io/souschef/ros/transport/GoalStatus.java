package io.souschef.ros.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The numbers of {@code action_msgs/msg/GoalStatus}. */
public enum GoalStatus {
  UNKNOWN(0),
  ACCEPTED(1),
  EXECUTING(2),
  CANCELING(3),
  SUCCEEDED(4),
  CANCELED(5),
  ABORTED(6);

  private final int code;

  GoalStatus(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  /** The outcome that a terminal status stands for. */
  public static GoalOutcome outcome(int code, ObjectNode result) {
    return switch (code) {
      case 4 -> new GoalOutcome.Succeeded(result);
      case 5 -> new GoalOutcome.Canceled(result);
      case 6 -> new GoalOutcome.Aborted(result);
      default -> new GoalOutcome.Lost("the server ended the goal with the unknown status " + code);
    };
  }
}
