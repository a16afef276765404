package io.souschef.ros.safety;

import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Cancels on every way: a goal on its own socket, on the control socket and by its id at its
 * server's cancel service. Goals of others are let be, unless all are meant, or a goal of ours
 * whose socket was lost cannot be told from them.
 */
final class StopProcedure {

  private final RosTransport transport;
  private final Set<String> actions;
  private final Duration patience;

  /**
   * A procedure.
   *
   * @param actions full names of every action that may be started
   * @param patience how long an answer of a cancel service is waited for
   */
  StopProcedure(RosTransport transport, Set<String> actions, Duration patience) {
    this.transport = transport;
    this.actions = actions;
    this.patience = patience;
  }

  /**
   * Hands over every cancel; does not wait for anything.
   *
   * @param all whether goals of others are canceled, too
   */
  void cancel(List<Motion> motions, boolean all) {
    Set<String> whole = new TreeSet<>(all ? actions : Set.of());
    for (Motion motion : motions) {
      if (motion instanceof ServiceMotion call) {
        call.takeBack();
      } else if (motion instanceof GoalMotion goal && !goal.isOver()) {
        goal.goal().cancel();
        // Where its id is known from the first, its server is asked even if its status is lost.
        goal.goal().uuid().ifPresentOrElse(id -> cancel(goal, id), () -> cancelFound(goal, whole));
      }
    }
    for (String action : whole) {
      var unused =
          transport.cancelAll(action, patience).thenAccept(count -> tell(motions, action, count));
    }
  }

  private void cancel(GoalMotion goal, UUID id) {
    var unused = transport.cancelGoal(goal.name(), id, patience).thenAccept(goal::canceling);
  }

  private void cancelFound(GoalMotion goal, Set<String> whole) {
    goal.cancelBy(id -> cancel(goal, id));
    if (goal.candidates().isEmpty() && isLost(goal)) {
      whole.add(goal.name());
    }
  }

  private static boolean isLost(GoalMotion goal) {
    return goal.goal().outcome().getNow(null) instanceof GoalOutcome.Lost;
  }

  private static void tell(List<Motion> motions, String action, int count) {
    for (Motion motion : motions) {
      if (motion instanceof GoalMotion goal && goal.name().equals(action)) {
        goal.cancelingSome(count);
      }
    }
  }
}
