package io.souschef.evaluation.episode;

import io.souschef.evaluation.task.Task;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.goal.Goal;
import io.souschef.sim.ideal.IdealKitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.picture.Painter;
import io.souschef.sim.picture.Png;
import io.souschef.sim.picture.SceneView;
import io.souschef.sim.state.WorldState;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The ideal kitchen and the simulated robot as worlds of tasks. Safe to share. */
public final class KitchenWorlds implements World.Factory {

  private final TaskReader tasks;
  private final SkillLibrary library;

  /** Worlds of tasks for a robot with the default skills. */
  public KitchenWorlds(TaskReader tasks) {
    this(tasks, SkillLibrary.standard());
  }

  /** Worlds of tasks. */
  public KitchenWorlds(TaskReader tasks, SkillLibrary library) {
    this.tasks = tasks;
    this.library = library;
  }

  @Override
  public World open(Task task, long seed, World.Executor executor) {
    Scene scene = tasks.scene(task, seed);
    Goal goal = tasks.goal(task);
    return switch (executor) {
      case IDEAL -> {
        IdealKitchen robot = new IdealKitchen(scene, library);
        yield new KitchenWorld(robot, robot::worldState, robot::view, goal);
      }
      case PHYSICS -> {
        SimulatedRobot robot = new SimulatedRobot(scene, seed);
        yield new KitchenWorld(robot, robot::worldState, robot::view, goal);
      }
    };
  }

  private record KitchenWorld(
      Robot robot, Supplier<WorldState> state, Supplier<SceneView> view, Goal goal)
      implements World {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 410;

    @Override
    public List<String> unmet(boolean asked, boolean refused) {
      return goal.unmet(state.get().withConversation(asked, refused));
    }

    @Override
    public Optional<byte[]> picture() {
      return Optional.of(
          Png.of(new Painter(WIDTH, HEIGHT).topView(view.get(), SceneView.labels(state.get()))));
    }

    @Override
    public void close() {
      robot.close();
    }
  }
}
