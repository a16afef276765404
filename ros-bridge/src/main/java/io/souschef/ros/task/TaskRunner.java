package io.souschef.ros.task;

import java.util.List;

/** What does the tasks that a {@link TaskServer} is asked for, one at a time on its thread. */
public interface TaskRunner {

  /** How a task ended; the numbers are those of {@code souschef_msgs/action/DoTask}. */
  enum Outcome {
    DONE,
    GIVEN_UP,
    REFUSED,
    UNANSWERED,
    STEP_LIMIT,
    CANCELED,
    ERROR,
    TIME_LIMIT,
    ROBOT_TIME_LIMIT,
    TOKEN_LIMIT
  }

  /**
   * The end of a task.
   *
   * @param reason a sentence for people
   * @param steps skills that were executed
   */
  record Ended(Outcome outcome, String reason, int steps) {}

  /**
   * Where a task is.
   *
   * @param step counts from 1
   * @param skill the skill that was chosen, in words
   * @param phase what the body does now
   * @param fraction part of the skill done, in [0, 1]
   * @param candidates the best skills of this step, best first
   * @param scores of the candidates
   */
  record Progress(
      int step,
      String skill,
      String phase,
      double fraction,
      List<String> candidates,
      List<Double> scores) {

    public Progress {
      candidates = List.copyOf(candidates);
      scores = List.copyOf(scores);
    }
  }

  /** Who asked for a task. */
  interface Client {

    /** Tells how the task goes. */
    void tell(Progress progress);

    /** Whether the task is to end: its client has canceled it, or its server ends all. */
    boolean isCanceled();
  }

  /** Why no task can be done now; empty when one can. Any thread. */
  String unable();

  /** Does a task and returns at its end. */
  Ended run(String instruction, Client client);

  /** Ends the running task in a controlled stop. Any thread. */
  void cancel();
}
