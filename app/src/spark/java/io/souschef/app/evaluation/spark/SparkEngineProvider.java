package io.souschef.app.evaluation.spark;

import io.souschef.app.evaluation.engine.Engine;
import io.souschef.app.evaluation.engine.EngineProvider;
import io.souschef.app.evaluation.engine.RunnerRecipe;

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
