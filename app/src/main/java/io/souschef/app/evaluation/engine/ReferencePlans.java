package io.souschef.app.evaluation.engine;

import io.souschef.app.evaluation.task.Task;
import io.souschef.app.evaluation.task.TaskCheck;
import java.util.List;
import java.util.Optional;

/** Tries reference plans with the ideal executor. Safe to share. */
public final class ReferencePlans implements TaskCheck.PlanCheck {

  private final Rehearsal rehearsal;

  public ReferencePlans(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  @Override
  public Optional<String> fault(Task task, List<String> plan) {
    Rehearsal.Outcome outcome = rehearsal.play(task, TaskCheck.SEED, plan);
    if (outcome.goal()) {
      return outcome.problem();
    }
    return Optional.of(
        outcome.problem().orElse("the goal does not hold after it, though each skill works"));
  }
}
