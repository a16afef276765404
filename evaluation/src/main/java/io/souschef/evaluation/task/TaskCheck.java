package io.souschef.evaluation.task;

import io.souschef.planner.Instruction;
import io.souschef.sim.goal.Goal;
import io.souschef.sim.goal.GoalReach;
import io.souschef.sim.goal.GoalVocabulary;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds what is wrong with the tasks of a suite beyond their form: words that the kitchen does not
 * have, goals that nothing needs to be done for, plans that do not lead to the goal. Stateless.
 */
public final class TaskCheck {

  /** A seed to lay out scenes with; which one does not matter for words and goals. */
  public static final long SEED = 1;

  /** Whether the planner can ask and refuse. */
  private static final GoalReach.Speech PLANNER_SPEAKS = GoalReach.Speech.ASKS_AND_REFUSES;

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

  /** Every fault of a suite, those of form included: a sentence each, in the order of the file. */
  public List<String> faults(String nameOrPath) {
    SuiteFile.Reading reading = SuiteFile.check(nameOrPath);
    List<TaskFault> faults = new ArrayList<>(reading.faults());
    faults.addAll(beyondForm(reading.suite()));
    return faults.stream()
        .sorted(Comparator.comparingInt(TaskFault::line))
        .map(TaskFault::sentence)
        .toList();
  }

  /** One sentence for each fault, with file, line and field, in the order of the file. */
  public List<String> faults(TaskSuite suite) {
    return beyondForm(suite).stream().map(TaskFault::sentence).toList();
  }

  private List<TaskFault> beyondForm(TaskSuite suite) {
    List<TaskFault> faults = new ArrayList<>();
    for (int i = 0; i < suite.tasks().size(); i++) {
      int line = suite.lines().get(i);
      faults(suite.tasks().get(i))
          .forEach(fault -> faults.add(new TaskFault(suite.file(), line, ", " + fault)));
    }
    return faults;
  }

  /**
   * Refuses a suite with a fault.
   *
   * @throws InvalidInputException naming the first fault and how many there are
   */
  public void require(TaskSuite suite) {
    TaskFault.refuse(beyondForm(suite));
  }

  private List<String> faults(Task task) {
    List<String> faults = new ArrayList<>();
    try {
      new Instruction(task.instruction());
    } catch (InvalidInputException e) {
      faults.add("field instruction: " + e.getMessage());
    }
    Optional<Scene> scene = read(() -> reader.scene(task, SEED), faults);
    Optional<Goal> goal = read(() -> reader.goal(task), faults);
    if (scene.isPresent() && goal.isPresent()) {
      faults.addAll(goal(task, goal.get(), scene.get()));
    }
    for (int i = 0; faults.isEmpty() && i < task.referencePlans().size(); i++) {
      String where = String.format(Locale.ROOT, "field reference_plans.%d: ", i);
      plans.fault(task, task.referencePlans().get(i)).ifPresent(why -> faults.add(where + why));
    }
    return faults;
  }

  private static <T> Optional<T> read(Supplier<T> part, List<String> faults) {
    try {
      return Optional.of(part.get());
    } catch (InvalidInputException e) {
      // The scene's own reader counts lines of the scene; here it is one line.
      faults.add(
          String.valueOf(e.getMessage())
              .replaceFirst("^Task '[^']*', (scene|goal)(, line 1)?(, field )?", "field $1.")
              .replaceFirst("^field (scene|goal)\\.:", "field $1:"));
      return Optional.empty();
    }
  }

  private static List<String> goal(Task task, Goal goal, Scene scene) {
    List<String> faults = new ArrayList<>();
    GoalVocabulary.unknown(goal, scene.kitchen())
        .forEach(word -> faults.add("field goal: " + word));
    if (!GoalReach.canHold(goal, PLANNER_SPEAKS)) {
      faults.add(
          "field goal: only a robot that asks or refuses could reach it, and this planner does"
              + " neither; give another way beside it with \"any\"");
    }
    if (faults.isEmpty()) {
      faults.addAll(start(task, goal.holds(WorldState.of(scene))));
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
