package io.souschef.ros.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What an action server does with goals. */
public interface ActionHandler {

  /**
   * Whether to take a goal on.
   *
   * @return empty to accept, or why not
   */
  Optional<String> refuse(ObjectNode goal);

  /** Starts an accepted goal and returns at once; the goal is ended from any thread. */
  void start(ServerGoal goal);

  /** A goal as its server sees it. It is ended exactly once. */
  interface ServerGoal {

    ObjectNode request();

    void feedback(ObjectNode feedback);

    /** Runs this when the client asks to cancel, at once if it already has. */
    void onCancel(Runnable listener);

    /**
     * Ends it.
     *
     * @param ending succeeded, aborted or canceled
     */
    void end(GoalStatus ending, ObjectNode result);

    default void succeed(ObjectNode result) {
      end(GoalStatus.SUCCEEDED, result);
    }

    default void abort(ObjectNode result) {
      end(GoalStatus.ABORTED, result);
    }

    default void canceled(ObjectNode result) {
      end(GoalStatus.CANCELED, result);
    }
  }
}
