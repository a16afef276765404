package io.souschef.evaluation.spark;

import io.souschef.evaluation.engine.EpisodeRunner;
import io.souschef.evaluation.engine.RunnerRecipe;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.RunJson;
import io.souschef.planner.usefulness.ScoringException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.api.java.function.Function;

/** Runs one episode on an executor. */
final class EpisodeJob implements Function<String, String> {

  private static final long serialVersionUID = 1L;

  /**
   * Idle runners of this executor: opening a model takes longer than an episode. They live as long
   * as the executor's process, which Spark alone begins and ends.
   */
  private static final Map<RunnerRecipe, Queue<EpisodeRunner>> IDLE = new ConcurrentHashMap<>();

  private final RunnerRecipe recipe;

  EpisodeJob(RunnerRecipe recipe) {
    this.recipe = recipe;
  }

  @Override
  public String call(String key) throws Exception {
    Queue<EpisodeRunner> idle = IDLE.computeIfAbsent(recipe, any -> new ConcurrentLinkedQueue<>());
    EpisodeRunner runner = idle.poll();
    if (runner == null) {
      runner = recipe.create();
    }
    // A runner that threw is not used again.
    try {
      EpisodeKey episode = RunJson.MAPPER.readValue(key, EpisodeKey.class);
      String answer = Answer.write(new Answer(runner.run(episode), null));
      idle.add(runner);
      return answer;
    } catch (ScoringException e) {
      runner.close();
      return Answer.write(new Answer(null, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      runner.close();
      throw e;
    }
  }
}
