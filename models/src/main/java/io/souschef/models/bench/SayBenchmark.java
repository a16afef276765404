package io.souschef.models.bench;

import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.GroundedSkill;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Measures how long the embedded model takes to score skills, in each way it can. Cold is a prompt
 * that nothing is known of; warm is the next step of an episode whose last step was scored before.
 */
public final class SayBenchmark {

  private static final int BATCH = 16;

  private final EmbeddedLanguageModel model;
  private final Settings settings;
  private final LongSupplier nanoClock;

  /**
   * What to measure.
   *
   * @param sizes numbers of skills
   * @param repetitions measurements of each kind
   * @param sampled skills that the two slow ways really score; their time is scaled up
   * @param seed of the skills chosen and of the affordances
   */
  public record Settings(List<Integer> sizes, int repetitions, int sampled, long seed) {
    public Settings {
      sizes = List.copyOf(sizes);
    }

    /** The sizes of the paper, and one to come. */
    public static Settings standard() {
      return new Settings(List.of(53, 214, 551, 5_000), 10, 32, 1);
    }
  }

  /** How scores are computed. */
  public enum Way {
    /** Prompt and skill as one sequence, one skill after the other. */
    NAIVE,
    /** The same in batches of 16. */
    BATCHED,
    /** Prompt once, all skills as a tree. */
    TRIE,
    /** Prompt once, of the tree what can win. */
    BEST_FIRST
  }

  /**
   * One line of the result.
   *
   * @param way how
   * @param skills number of skills
   * @param warm whether the last step was scored before
   * @param p50Ms median, wall-clock milliseconds
   * @param p95Ms 95th percentile, wall-clock milliseconds
   * @param timesFasterThanNaive p50 of the naive way by this p50
   * @param scaled whether only some skills were scored and the time scaled up
   */
  public record Row(
      Way way,
      int skills,
      boolean warm,
      double p50Ms,
      double p95Ms,
      double timesFasterThanNaive,
      boolean scaled) {}

  /**
   * The result.
   *
   * @param model name of the model
   * @param processors processors that this process may use
   * @param rows in the order of sizes and ways
   */
  public record Report(String model, int processors, List<Row> rows) {
    public Report {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Prepares.
   *
   * @param nanoClock monotonic, nanoseconds
   */
  public SayBenchmark(EmbeddedLanguageModel model, Settings settings, LongSupplier nanoClock) {
    this.model = model;
    this.settings = settings;
    this.nanoClock = nanoClock;
  }

  /**
   * Measures.
   *
   * @param pool skills of a kitchen; where a size asks for more, they are varied by colour and
   *     owner
   */
  public Report run(List<GroundedSkill> pool) {
    List<GroundedSkill> varied = vary(pool);
    RandomGenerator random = new Random(settings.seed());
    List<Row> rows = new ArrayList<>();
    for (int size : settings.sizes()) {
      List<GroundedSkill> skills = choose(varied, pool.size(), size, random);
      double[] can = random.doubles(size).map(p -> p < 0.5 ? p / 10 : p).toArray();
      measure(skills, can, rows);
    }
    return new Report(model.name(), Runtime.getRuntime().availableProcessors(), rows);
  }

  private void measure(List<GroundedSkill> skills, double[] can, List<Row> rows) {
    int size = skills.size();
    List<Integer> some =
        IntStream.range(0, Math.min(size, settings.sampled()))
            .map(i -> (int) ((long) i * size / Math.min(size, settings.sampled())))
            .boxed()
            .toList();
    double scale = (double) size / some.size();
    double[] naive =
        times(false, scale, step -> model.scoreSeparately(prompt(step), skills, some, 1));
    double naiveP50 = percentile(naive, 0.5);
    rows.add(row(Way.NAIVE, size, false, naive, naiveP50, scale > 1));
    rows.add(
        row(
            Way.BATCHED,
            size,
            false,
            times(false, scale, step -> model.scoreSeparately(prompt(step), skills, some, BATCH)),
            naiveP50,
            scale > 1));
    for (boolean warm : new boolean[] {false, true}) {
      double[] trie = times(warm, 1, step -> model.score(prompt(step), skills));
      rows.add(row(Way.TRIE, size, warm, trie, naiveP50, false));
    }
    for (boolean warm : new boolean[] {false, true}) {
      double[] best = times(warm, 1, step -> model.best(prompt(step), skills, can));
      rows.add(row(Way.BEST_FIRST, size, warm, best, naiveP50, false));
    }
  }

  private static Row row(
      Way way, int skills, boolean warm, double[] times, double naiveP50, boolean scaled) {
    double p50 = percentile(times, 0.5);
    return new Row(
        way, skills, warm, p50, percentile(times, 0.95), p50 == 0 ? 1 : naiveP50 / p50, scaled);
  }

  /** Milliseconds of each repetition, after one that does not count. */
  private double[] times(boolean warm, double scale, Scoring scoring) {
    int repetitions = scale > 1 ? Math.min(3, settings.repetitions()) : settings.repetitions();
    double[] times = new double[repetitions];
    model.forget();
    scoring.run(0);
    for (int i = 0; i < repetitions; i++) {
      if (!warm) {
        model.forget();
      }
      long start = nanoClock.getAsLong();
      scoring.run(1 + i % (STEPS.size() - 1));
      times[i] = scale * (nanoClock.getAsLong() - start) / 1e6;
      if (warm && (i + 1) % (STEPS.size() - 1) == 0) {
        model.forget();
        scoring.run(0);
      }
    }
    return times;
  }

  @FunctionalInterface
  private interface Scoring {
    void run(int step);
  }

  private static final List<String> STEPS =
      List.of(
          "find a coke",
          "pick up the coke",
          "bring it to you",
          "put down the coke",
          "find an apple",
          "pick up the apple",
          "bring it to you",
          "put down the apple",
          "find a sponge",
          "pick up the sponge",
          "bring it to you");

  /** The prompt of the first step, for whoever measures something beside this. */
  public static PlanPrompt firstPrompt() {
    return prompt(0);
  }

  private static PlanPrompt prompt(int steps) {
    PlanPrompt.Scene scene =
        new PlanPrompt.Scene(
            Optional.of("table"),
            Optional.empty(),
            List.of(
                new PlanPrompt.Seen("coke", "on the table"),
                new PlanPrompt.Seen("apple", "on the table"),
                new PlanPrompt.Seen("sponge", "on the close counter"),
                new PlanPrompt.Seen("rice chips", "on the far counter")));
    return new PlanPrompt(
        "I spilled my coke on the table, could you bring me another one, something to eat, and"
            + " something to clean it up with?",
        Optional.of(scene),
        STEPS.subList(0, steps).stream().map(skill -> PlanPrompt.Step.of(skill)).toList());
  }

  private static final List<String> VARIATIONS =
      List.of("red", "blue", "green", "small", "big", "old", "new", "clean", "dirty", "broken");

  /** The pool, then the pool with an adjective, and another: "pick up the small red coke". */
  private static List<GroundedSkill> vary(List<GroundedSkill> pool) {
    List<GroundedSkill> varied = new ArrayList<>(pool);
    for (String variation : VARIATIONS) {
      for (GroundedSkill skill : pool) {
        skill
            .object()
            .ifPresent(
                object ->
                    varied.add(
                        new GroundedSkill(
                            skill.action(),
                            skill.text().replaceFirst(object, variation + " " + object),
                            skill.wording(),
                            skill.arguments())));
      }
    }
    return varied;
  }

  private static List<GroundedSkill> choose(
      List<GroundedSkill> varied, int pool, int size, RandomGenerator random) {
    if (size > varied.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d skills were asked for, but only %d can be made",
              size,
              varied.size()));
    }
    if (size >= pool) {
      return varied.subList(0, size);
    }
    List<Integer> indices = new ArrayList<>(IntStream.range(0, pool).boxed().toList());
    Collections.shuffle(indices, new Random(random.nextLong()));
    return indices.subList(0, size).stream().sorted().map(varied::get).toList();
  }

  /** Nearest-rank percentile. */
  static double percentile(double[] values, double fraction) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(fraction * sorted.length) - 1];
  }
}
