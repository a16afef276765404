package io.souschef.evaluation.spark;

import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.engine.EpisodeRunner;
import io.souschef.evaluation.engine.RunnerRecipe;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.planner.usefulness.ScoringException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** Has its episodes run by an executor. */
final class RemoteRunner implements EpisodeRunner {

  private final JavaSparkContext context;
  private final RunnerRecipe recipe;

  RemoteRunner(JavaSparkContext context, RunnerRecipe recipe) {
    this.context = context;
    this.recipe = recipe;
  }

  @Override
  public EpisodeResult run(EpisodeKey key) {
    Answer answer =
        Answer.parse(
            context.parallelize(List.of(Answer.write(key)), 1).map(new EpisodeJob(recipe)).first());
    if (answer.failure() != null) {
      throw new ScoringException(answer.failure());
    }
    if (answer.result() == null) {
      throw new IllegalStateException("An executor gave no answer for %s".formatted(key));
    }
    return answer.result();
  }

  @Override
  public void close() {}
}
