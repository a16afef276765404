package io.souschef.app.evaluation.task;

import io.souschef.planner.Instruction;
import io.souschef.sim.goal.Goal;
import io.souschef.sim.goal.GoalVocabulary;
import io.souschef.sim.goal.WorldState;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is wrong with the tasks of a suite beyond their form: words that the kitchen does not
 * have, goals that nothing needs to be done for, plans that do not lead to the goal. Stateless.
 */
public final class TaskCheck {

  /** A seed to lay out scenes with; which one does not matter for words and goals. */
  public static final long SEED = 1;

  private final TaskReader reader;
  private final PlanCheck plans;

  /** Tries a reference plan. */
  @FunctionalInterface
  public interface PlanCheck {

    /** Accepts every plan. */
    PlanCheck NONE = (task, plan) -> Optional.empty();

    /** What is wrong with a plan, a sentence; empty when it reaches the goal. */
    Optional<String> fault(Task task, List<String> plan);
  }

  public TaskCheck(TaskReader reader, PlanCheck plans) {
    this.reader = reader;
    this.plans = plans;
  }

  /** One sentence for each fault, with file, line and field, in the order of the file. */
  public List<String> faults(TaskSuite suite) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < suite.tasks().size(); i++) {
      String where = "Suite '%s', line %d, ".formatted(suite.file(), suite.lines().get(i));
      faults(suite.tasks().get(i)).forEach(fault -> faults.add(where + fault));
    }
    return faults;
  }

  /**
   * Refuses a suite with a fault.
   *
   * @throws InvalidInputException naming the first fault and how many there are
   */
  public void require(TaskSuite suite) {
    List<String> faults = faults(suite);
    if (!faults.isEmpty()) {
      String more = faults.size() == 1 ? "" : " (and %d more faults)".formatted(faults.size() - 1);
      throw new InvalidInputException(faults.get(0) + more);
    }
  }

  private List<String> faults(Task task) {
    List<String> faults = new ArrayList<>();
    try {
      new Instruction(task.instruction());
    } catch (InvalidInputException e) {
      faults.add("field instruction: " + e.getMessage());
    }
    Scene scene;
    Goal goal;
    try {
      scene = reader.scene(task, SEED);
      goal = reader.goal(task);
    } catch (InvalidInputException e) {
      // The scene's own reader counts lines of the scene; here it is one line.
      String message = String.valueOf(e.getMessage());
      faults.add(
          message
              .replaceFirst("^Task '[^']*', (scene|goal)(, line 1)?(, field )?", "field $1.")
              .replaceFirst("^field (scene|goal)\\.:", "field $1:"));
      return faults;
    }
    GoalVocabulary.unknown(goal, scene.kitchen())
        .forEach(word -> faults.add("field goal: " + word));
    if (faults.isEmpty()) {
      faults.addAll(start(task, goal.holds(WorldState.of(scene))));
    }
    for (int i = 0; faults.isEmpty() && i < task.referencePlans().size(); i++) {
      String where = "field reference_plans.%d: ".formatted(i);
      plans.fault(task, task.referencePlans().get(i)).ifPresent(why -> faults.add(where + why));
    }
    return faults;
  }

  private static List<String> start(Task task, boolean holds) {
    if (holds && !task.holdsAtStart()) {
      return List.of(
          "field goal: it holds before anything is done; change the scene, or write"
              + " \"holds_at_start\": true if doing nothing is right");
    }
    if (!holds && task.holdsAtStart()) {
      return List.of("field holds_at_start: the goal does not hold at the start; leave it out");
    }
    return List.of();
  }
}
