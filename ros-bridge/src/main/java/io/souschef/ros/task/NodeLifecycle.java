package io.souschef.ros.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether a node takes tasks, in the states of a managed ROS 2 node. It begins active, since the
 * command line has configured it. What ran when it was deactivated or shut down is ended, and only
 * then is it inactive or finalized. Thread-safe.
 */
public final class NodeLifecycle {

  /** The states it has; the numbers are those of {@code lifecycle_msgs/msg/State}. */
  enum State {
    INACTIVE(2),
    ACTIVE(3),
    FINALIZED(4),
    SHUTTINGDOWN(12),
    DEACTIVATING(14);

    final int id;

    /** A state by the number it has. */
    State(int id) {
      this.id = id;
    }
  }

  /** What may be asked of it; the numbers are those of {@code lifecycle_msgs/msg/Transition}. */
  enum Transition {
    ACTIVATE(3, "activate", State.INACTIVE, State.ACTIVE),
    DEACTIVATE(4, "deactivate", State.ACTIVE, State.INACTIVE),
    INACTIVE_SHUTDOWN(6, "shutdown", State.INACTIVE, State.FINALIZED),
    ACTIVE_SHUTDOWN(7, "shutdown", State.ACTIVE, State.FINALIZED);

    final int id;
    final String label;
    final State from;
    final State to;

    /** A transition by number and name, between two states. */
    Transition(int id, String label, State from, State to) {
      this.id = id;
      this.label = label;
      this.from = from;
      this.to = to;
    }
  }

  private State wanted = State.ACTIVE;

  /** Why no task is taken; empty while it is active. */
  public synchronized String refusal() {
    return switch (wanted) {
      case ACTIVE -> "";
      case FINALIZED, SHUTTINGDOWN -> "the node was shut down; start it anew";
      case INACTIVE, DEACTIVATING -> "the node is inactive; activate it first";
    };
  }

  synchronized State state(BooleanSupplier busy) {
    if (wanted == State.ACTIVE || !busy.getAsBoolean()) {
      return wanted;
    }
    return wanted == State.INACTIVE ? State.DEACTIVATING : State.SHUTTINGDOWN;
  }

  List<Transition> available(BooleanSupplier busy) {
    State now = state(busy);
    return Arrays.stream(Transition.values()).filter(way -> way.from == now).toList();
  }

  /**
   * Makes a transition where it is open now.
   *
   * @param id its number, which counts where the label is empty
   * @param label its name
   * @return what was made; empty when there is none such from here
   */
  synchronized Optional<Transition> change(int id, String label, BooleanSupplier busy) {
    Optional<Transition> way =
        available(busy).stream()
            .filter(one -> label.isEmpty() ? one.id == id : one.label.equals(label))
            .findFirst();
    way.ifPresent(one -> wanted = one.to);
    return way;
  }
}
