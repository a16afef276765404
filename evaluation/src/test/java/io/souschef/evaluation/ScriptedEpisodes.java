package io.souschef.evaluation;

import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.engine.EpisodeRunner;
import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.Phase;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.run.Timing;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.usefulness.PlanPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Episodes whose outcome is drawn from their key alone. */
public final class ScriptedEpisodes implements EpisodeRunner.Factory {

  public static final Configuration FULL =
      new Configuration("embedded", "learned", PlanPrompt.Style.SCENE);
  public static final Configuration NO_CAN =
      new Configuration("embedded", "none", PlanPrompt.Style.SCENE);
  private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
  private static final int TASKS = 10;

  public final AtomicInteger runs = new AtomicInteger();

  /** A run of 10 tasks, 3 seeds and 2 configurations. */
  public static RunSpec spec() {
    return new RunSpec(
        new RunSpec.Plan(
            List.of(new RunSpec.SuiteFingerprint("plain", "abc", TASKS)),
            List.of(FULL, NO_CAN),
            Map.of("say.onnx", "def"),
            SEEDS,
            20,
            RunSpec.Rates.BOTH,
            SayCanPlanner.Settings.Scores.BEST),
        new RunSpec.Provenance("souschef eval", "2026-01-01T00:00:00Z", "none", "a machine"));
  }

  public static List<EpisodeKey> keys() {
    List<EpisodeKey> keys = new ArrayList<>();
    for (Configuration configuration : spec().plan().configurations()) {
      for (int task = 0; task < TASKS; task++) {
        for (long seed : SEEDS) {
          keys.add(new EpisodeKey("plain", "task-" + task, seed, configuration.name()));
        }
      }
    }
    return keys;
  }

  public static EpisodeRecord episode(EpisodeKey key) {
    SplittableRandom random = new SplittableRandom(key.toString().hashCode());
    return new EpisodeRecord(
        key,
        random.nextBoolean() ? "nouns" : "verbs",
        "bring “me” a coké",
        Optional.of(attempt(random)),
        Optional.of(attempt(random)),
        new Timing(3, Map.of(Phase.SAY, random.nextDouble(), Phase.EXECUTE, 3.0), 9),
        new Timing(3, Map.of(Phase.SAY, System.nanoTime() % 1000 / 100.0), 19));
  }

  private static Attempt attempt(SplittableRandom random) {
    boolean goal = random.nextBoolean();
    return new Attempt(
        goal,
        goal ? List.of() : List.of("coke at the user: 0 of 1"),
        random.nextInt(4) == 0 ? Outcome.STEP_LIMIT : Outcome.DONE,
        "over",
        List.of(
            Attempt.Step.succeeded("find a coke"),
            new Attempt.Step("pick up the coke", random.nextBoolean() ? "slipped" : "succeeded")),
        goal ? OptionalInt.of(random.nextInt(3)) : OptionalInt.empty(),
        false,
        random.nextDouble() * 100);
  }

  @Override
  public EpisodeRunner create() {
    return new EpisodeRunner() {
      @Override
      public EpisodeResult run(EpisodeKey key) {
        runs.incrementAndGet();
        return new EpisodeResult(
            episode(key), Map.of("traces/" + key.fileName() + ".txt", new byte[] {1}));
      }

      @Override
      public void close() {}
    };
  }
}
