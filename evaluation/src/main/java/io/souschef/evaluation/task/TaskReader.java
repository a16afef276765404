package io.souschef.evaluation.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.sim.goal.Goal;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.Kitchens;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.JsonReason;

/** Makes scenes and goals from tasks. Safe to share. */
public final class TaskReader {

  private static final JsonMapper JSON = new JsonMapper();

  private final SceneReader scenes;

  /**
   * A reader.
   *
   * @param kitchen the kitchen of scenes that name none
   */
  public TaskReader(Kitchen kitchen) {
    this(new Kitchens(kitchen));
  }

  /** A reader that finds the kitchens that scenes name among these. */
  public TaskReader(Kitchens kitchens) {
    this.scenes = new SceneReader(kitchens);
  }

  /**
   * The start of a task; the seed decides the exact spots.
   *
   * @throws InvalidInputException naming task and field
   */
  public Scene scene(Task task, long seed) {
    return scenes.parse("Task '%s', scene".formatted(task.id()), task.scene().toString(), seed);
  }

  /**
   * What must hold at its end.
   *
   * @throws InvalidInputException naming the task
   */
  public Goal goal(Task task) {
    try {
      return JSON.treeToValue(task.goal(), Goal.class);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "Task '%s', goal: %s".formatted(task.id(), JsonReason.of(e)), e);
    }
  }
}
