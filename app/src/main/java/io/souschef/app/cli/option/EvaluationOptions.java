package io.souschef.app.cli.option;

import io.souschef.app.plugin.Plugins;
import io.souschef.evaluation.EvaluationPlan;
import io.souschef.evaluation.Home;
import io.souschef.evaluation.run.RunSpec.Rates;
import io.souschef.evaluation.task.TaskCheck;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.planner.SayCanPlanner.Settings.Scores;
import io.souschef.planner.limit.Terms;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code eval} that decide what is run. */
public final class EvaluationOptions {

  /** Seeds for a task: more would take years. */
  private static final int MOST_EPISODES = 1_000_000;

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      description =
          "plain, kitchen-core, saycan-dev, saycan-plans, strangers-dev, feasible, disturbed, flat,"
              + " ask, refuse, or a file; may be repeated (default: kitchen-core).")
  private List<String> suites = List.of("kitchen-core");

  @Mixin private HomeOptions home = new HomeOptions();

  @Option(
      names = "--family",
      paramLabel = "FAMILY",
      description = "Only tasks of this family; may be repeated.")
  private List<String> families = List.of();

  @Option(
      names = "--episodes",
      defaultValue = "1",
      description = "Seeds for each task (default: ${DEFAULT-VALUE}).")
  private int episodes = 1;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "First seed (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private ConfigurationOptions configurations = new ConfigurationOptions();

  @Option(
      names = "--rates",
      defaultValue = "both",
      description = "plan, execution or both (default: ${DEFAULT-VALUE}).")
  private Rates rates = Rates.BOTH;

  @Option(
      names = "--scores",
      defaultValue = "best",
      description =
          "best: the best skill and what it takes to be sure of it; all: every one (default:"
              + " ${DEFAULT-VALUE}).")
  private Scores scores = Scores.BEST;

  @Option(
      names = "--steps",
      defaultValue = "60",
      description = "Steps at most (default: ${DEFAULT-VALUE}).")
  private int steps = 60;

  @Mixin private TermsOptions conditions = new TermsOptions();

  /** Whoever runs it again, at whatever time, must get the same. */
  private Terms terms(Home place) {
    Terms terms = conditions.terms();
    if (terms.dependsOnTime() && terms.timeOfDay().isEmpty()) {
      throw new InvalidInputException(
          "%s has rules for times of day; say with --clock HH:MM at which time it is evaluated"
              .formatted(terms.policyName()));
    }
    SkillLibrary library = place.library();
    terms.require(library, place.kitchen().kitchen().vocabulary());
    place.others().values().forEach(k -> terms.require(library, k.kitchen().vocabulary()));
    return terms;
  }

  /**
   * What shall be run; every suite has been checked then.
   *
   * @throws InvalidInputException when an option or a suite is faulty
   */
  public EvaluationPlan plan() {
    if (episodes < 1 || steps < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "--episodes and --steps must be at least 1, got %d and %d",
              episodes,
              steps));
    }
    if (episodes > MOST_EPISODES || seed > Long.MAX_VALUE - episodes) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "--episodes must be at most %d, and --seed so small that there are as many after it;"
                  + " got %d and %d",
              MOST_EPISODES,
              episodes,
              seed));
    }
    List<TaskSuite> read = suites.stream().distinct().map(TaskSuite::read).toList();
    Home place = home.read().forTasks(read);
    TaskCheck check = new TaskCheck(new TaskReader(place.kitchens()), TaskCheck.PlanCheck.NONE);
    read.forEach(check::require);
    Terms terms = terms(place); // faults of skills and policy are told before a folder is made
    if (configurations.followsPlans()) {
      read.forEach(EvaluationOptions::requirePlans);
    }
    List<Long> seeds = LongStream.range(seed, seed + episodes).boxed().toList();
    return new EvaluationPlan(
        read.stream().map(this::selected).toList(),
        configurations.read(),
        seeds,
        steps,
        rates,
        scores,
        place,
        terms);
  }

  /** Ports of other people. */
  public Plugins plugins() {
    return configurations.plugins();
  }

  private static void requirePlans(TaskSuite suite) {
    for (int i = 0; i < suite.tasks().size(); i++) {
      if (suite.tasks().get(i).referencePlans().isEmpty()) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "Suite '%s', line %d, field reference_plans: --say reference needs a plan for each"
                    + " task; write one, or take another --say",
                suite.file(),
                suite.lines().get(i)));
      }
    }
  }

  private TaskSuite selected(TaskSuite suite) {
    if (families.isEmpty()) {
      return suite;
    }
    TaskSuite selected = suite.ofFamilies(families);
    if (selected.tasks().isEmpty()) {
      throw new InvalidInputException(
          "Suite '%s' has no task of family %s; see 'souschef tasks list %s'"
              .formatted(suite.name(), String.join(" or ", families), suite.name()));
    }
    return selected;
  }
}
