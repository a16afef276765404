package io.souschef.evaluation.spark;

import io.souschef.evaluation.engine.Engine;
import io.souschef.evaluation.engine.EngineProvider;
import io.souschef.evaluation.engine.RunnerRecipe;

/** Offers {@code --engine spark}. */
public final class SparkEngineProvider implements EngineProvider {

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Engine open(RunnerRecipe recipe, String master) {
    return new SparkEngine(recipe, master);
  }
}
