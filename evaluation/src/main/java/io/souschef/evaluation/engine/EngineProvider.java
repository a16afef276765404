package io.souschef.evaluation.engine;

/**
 * An engine that comes with libraries of its own and is found by {@link java.util.ServiceLoader}
 * only when it is asked for.
 */
public interface EngineProvider {

  /** As {@code --engine} calls it: "spark". */
  String name();

  /**
   * An engine.
   *
   * @param recipe makes the runners
   * @param master where the work is done, in the engine's own words: "local[2]",
   *     "spark://host:7077"
   */
  Engine open(RunnerRecipe recipe, String master);
}
