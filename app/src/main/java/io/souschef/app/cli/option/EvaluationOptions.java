package io.souschef.app.cli.option;

import io.souschef.app.Assembly;
import io.souschef.app.plugin.Plugins;
import io.souschef.app.plugin.Port;
import io.souschef.evaluation.Ablation;
import io.souschef.evaluation.EvaluationPlan;
import io.souschef.evaluation.Home;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.RunSpec.Rates;
import io.souschef.evaluation.task.TaskCheck;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.evaluation.task.TaskSuite;
import io.souschef.models.LanguageModels;
import io.souschef.planner.PlanMode;
import io.souschef.planner.SayCanPlanner.Settings.Scores;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.InvalidInputException;
import io.souschef.skills.SkillLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code eval} that decide what is run. */
public final class EvaluationOptions {

  /** How it is planned. */
  enum Planning {
    PROGRAM,
    STEPS,
    BOTH;

    List<PlanMode> modes() {
      return switch (this) {
        case PROGRAM -> List.of(PlanMode.PROGRAM);
        case STEPS -> List.of(PlanMode.STEPS);
        case BOTH -> List.of(PlanMode.STEPS, PlanMode.PROGRAM);
      };
    }
  }

  /** Whether free parts of a request are put into the cheapest order. */
  enum LookAhead {
    ON,
    OFF,
    BOTH;

    List<PlanMode> modes(PlanMode mode) {
      if (!mode.isProgram()) {
        return List.of(mode);
      }
      return switch (this) {
        case ON -> List.of(PlanMode.PROGRAM);
        case OFF -> List.of(PlanMode.IN_ORDER);
        case BOTH -> List.of(PlanMode.IN_ORDER, PlanMode.PROGRAM);
      };
    }
  }

  /** Where say comes from. */
  enum Say {
    MODEL,
    NONE,
    REFERENCE
  }

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

  @Option(
      names = "--llm",
      paramLabel = "MODEL",
      description = "Language model; may be repeated (default: embedded).")
  private List<String> llms = List.of("embedded");

  @Option(
      names = "--affordance",
      defaultValue = "learned",
      paramLabel = "FUNCTION",
      completionCandidates = AffordanceNames.class,
      description =
          "learned, learned:<file.onnx>, analytic, none or a plug-in's (default:"
              + " ${DEFAULT-VALUE}).")
  private String can = "learned";

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Option(
      names = "--plan",
      description =
          "program, steps or both: how it is planned (default: program with the embedded language"
              + " model, steps with others).")
  private @Nullable Planning planning;

  @Option(
      names = "--look-ahead",
      defaultValue = "on",
      description =
          "on, off or both, to compare them: whether programs' parts whose order is free are done"
              + " in the cheapest order (default: ${DEFAULT-VALUE}).")
  private LookAhead lookAhead = LookAhead.ON;

  @Option(
      names = "--say",
      defaultValue = "model",
      description =
          "model, none for the value function alone, or reference for the tasks' own plans: what a"
              + " planner without fault would reach (default: ${DEFAULT-VALUE}).")
  private Say say = Say.MODEL;

  @Option(
      names = "--prompt",
      defaultValue = "scene",
      description = "paper or scene (default: ${DEFAULT-VALUE}).")
  private PlanPrompt.Style prompt = PlanPrompt.Style.SCENE;

  @Option(
      names = "--ablation",
      description = "Compare with and without value function, language model and scene.")
  private boolean ablation;

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
    if (say == Say.REFERENCE) {
      read.forEach(EvaluationOptions::requirePlans);
    }
    List<Long> seeds = LongStream.range(seed, seed + episodes).boxed().toList();
    return new EvaluationPlan(
        read.stream().map(this::selected).toList(),
        configurations(),
        seeds,
        steps,
        rates,
        scores,
        place,
        terms);
  }

  /** Ports of other people. */
  public Plugins plugins() {
    return plugins.plugins();
  }

  private List<Configuration> configurations() {
    List<Configuration> chosen = new ArrayList<>();
    if (say == Say.NONE) {
      return List.of(new Configuration(Configuration.NONE, can, prompt));
    }
    if (say == Say.REFERENCE) {
      // A known plan needs no second opinion, and must hear of failures.
      return List.of(
          new Configuration(Configuration.REFERENCE, Configuration.NONE, PlanPrompt.Style.SCENE));
    }
    for (String llm : llms.stream().distinct().toList()) {
      if (ablation) {
        Ablation.of(llm).stream().filter(c -> !chosen.contains(c)).forEach(chosen::add);
      } else {
        modes(llm).stream()
            .flatMap(mode -> lookAhead.modes(mode).stream())
            .forEach(mode -> chosen.add(new Configuration(llm, can, prompt, mode)));
      }
    }
    return chosen;
  }

  private List<PlanMode> modes(String llm) {
    Planning chosen = planning;
    if (chosen != null) {
      return chosen.modes();
    }
    boolean writes =
        Port.LANGUAGE_MODEL.isOwn(llm)
            ? llm.startsWith(LanguageModels.EMBEDDED)
            : Assembly.writesPrograms(llm, plugins());
    return List.of(writes ? PlanMode.PROGRAM : PlanMode.STEPS);
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
