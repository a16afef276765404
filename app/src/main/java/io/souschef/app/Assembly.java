package io.souschef.app;

import io.souschef.app.episode.Stage;
import io.souschef.models.LanguageModels;
import io.souschef.models.affordance.AnalyticAffordance;
import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.models.server.RetryPolicy;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.sim.Pace;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.InvalidInputException;

/** The one place that wires ports to parts. */
public final class Assembly {

  /** Where can comes from. */
  public enum Affordance {
    LEARNED,
    ANALYTIC,
    NONE
  }

  private Assembly() {}

  /**
   * Opens a language model.
   *
   * @param choice as {@link LanguageModels} says
   * @param threads threads inside an operator, at least 1
   * @throws InvalidInputException when the choice is unknown or the model cannot be opened
   */
  public static UsefulnessScorer say(String choice, int threads) {
    return new LanguageModels(threads, System.getenv(), RetryPolicy.standard()).scorer(choice);
  }

  /**
   * Opens the simulated robot in a scene.
   *
   * @param seed of noise and of everything else that is left to chance
   * @param realTime whether simulated seconds pass no faster than real ones
   */
  public static Stage stage(Scene scene, long seed, boolean realTime) {
    SimulatedRobot robot = new SimulatedRobot(scene, seed);
    robot.setPace(realTime ? Pace.REAL : Pace.MAX);
    return new Stage(robot, robot::worldState, robot::view);
  }

  /** Opens a value function. */
  public static AffordanceFunction can(Affordance choice) {
    return switch (choice) {
      case LEARNED -> OnnxAffordanceFunction.shipped();
      case ANALYTIC -> new AnalyticAffordance();
      case NONE -> AffordanceFunction.none();
    };
  }
}
