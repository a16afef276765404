package io.souschef.evaluation.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.evaluation.Evaluation;
import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.engine.Engine;
import io.souschef.evaluation.engine.EngineProvider;
import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.engine.EpisodeRunner;
import io.souschef.evaluation.engine.RunnerRecipe;
import io.souschef.evaluation.engine.ThreadEngine;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.RunFolder;
import io.souschef.planner.usefulness.ScoringException;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkEngineTest {

  @TempDir Path temp;

  /** What may go wrong on an executor. */
  private enum Trouble {
    NONE,
    /** Every episode breaks down the first time. */
    LOST_ONCE,
    /** The language model is gone. */
    MODEL_GONE
  }

  @Test
  void resultsAreThoseOfThreads() {
    run("threads", new ThreadEngine(new ScriptedEpisodes(), 2));
    run("spark", spark(Trouble.NONE));
    assertSame();
  }

  @Test
  void anEpisodeThatIsLostIsRunAgain() {
    run("threads", new ThreadEngine(new ScriptedEpisodes(), 2));
    run("spark", spark(Trouble.LOST_ONCE));
    assertSame();
  }

  @Test
  void aModelThatIsGoneStopsTheRun() {
    assertThatThrownBy(() -> run("spark", spark(Trouble.MODEL_GONE)))
        .isInstanceOf(ScoringException.class)
        .hasMessage("The server does not answer");
  }

  private void assertSame() {
    assertThat(temp.resolve("spark/stats.json"))
        .hasSameTextualContentAs(temp.resolve("threads/stats.json"));
    assertThat(temp.resolve("spark/traces").toFile().list())
        .containsExactlyInAnyOrder(temp.resolve("threads/traces").toFile().list());
  }

  private static Engine spark(Trouble trouble) {
    return ServiceLoader.load(EngineProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.name().equals("spark"))
        .findFirst()
        .orElseThrow()
        .open(new Recipe(trouble), "local[2,3]");
  }

  private void run(String name, Engine engine) {
    try (RunFolder folder = RunFolder.open(temp.resolve(name), ScriptedEpisodes.spec())) {
      new Evaluation(folder, ScriptedEpisodes.keys()).run(engine, episode -> {});
    }
  }

  /** Scripted episodes, with trouble. */
  private record Recipe(Trouble trouble) implements RunnerRecipe {

    private static final long serialVersionUID = 1L;
    private static final Set<EpisodeKey> SEEN = ConcurrentHashMap.newKeySet();

    @Override
    public EpisodeRunner create() {
      EpisodeRunner scripted = new ScriptedEpisodes().create();
      return new EpisodeRunner() {
        @Override
        public EpisodeResult run(EpisodeKey key) {
          if (trouble == Trouble.MODEL_GONE) {
            throw new ScoringException("The server does not answer");
          }
          if (trouble == Trouble.LOST_ONCE && SEEN.add(key)) {
            throw new IllegalStateException("The executor is lost");
          }
          return scripted.run(key);
        }

        @Override
        public void close() {
          scripted.close();
        }
      };
    }
  }
}
