package io.souschef.evaluation.episode;

import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskCheck;
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
    return fault(task, TaskCheck.SEED, plan);
  }

  /** What is wrong with a plan where the world is laid out by this seed. */
  public Optional<String> fault(Task task, long seed, List<String> plan) {
    Rehearsal.Outcome outcome = rehearsal.play(task, seed, plan);
    if (outcome.goal()) {
      // Where the world is disturbed, a good plan is one that makes up for a skill that fails.
      return task.isDisturbed() ? Optional.empty() : outcome.problem();
    }
    return Optional.of(
        outcome.problem().orElse("the goal does not hold after it, though each skill works"));
  }
}
