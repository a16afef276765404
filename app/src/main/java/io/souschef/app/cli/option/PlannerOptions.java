package io.souschef.app.cli.option;

import io.souschef.app.Assembly;
import io.souschef.app.Tries;
import io.souschef.app.plugin.Plugins;
import io.souschef.evaluation.run.Configuration;
import io.souschef.models.LanguageModels;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.PlanMode;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.SayCanPlanner.Settings.Scores;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose what plans: shared by the commands that plan. */
public final class PlannerOptions {

  /** How it is planned. */
  enum Planning {
    PROGRAM,
    STEPS,
    JOINT
  }

  @Option(
      names = "--llm",
      paramLabel = "MODEL",
      defaultValue = "embedded",
      description =
          "embedded, embedded:<file.onnx>, onnx:<folder>, openai:<url>#<model> or a plug-in's"
              + " (default: ${DEFAULT-VALUE}).")
  private String llm = "embedded";

  @Option(
      names = "--plan",
      description =
          "program: the language model writes what is meant, and that is carried out; steps: skill"
              + " by skill, as in the paper; joint: by both at once (default: program with a"
              + " language model that writes programs, such as embedded, else steps).")
  private @Nullable Planning planning;

  @Option(
      names = "--look-ahead",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Do parts whose order is free in the order that takes the least robot time; programs only"
              + " (default: yes).")
  private boolean lookAhead = true;

  @Option(
      names = "--rehearse",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Try in thought what may be meant before anything moves: what cannot be done here is"
              + " taken to be less likely meant; --plan program only (default: no).")
  private boolean rehearse;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Programs that a model behind a server writes for a request, and meanings that are"
              + " rehearsed, at most (default: ${DEFAULT-VALUE}).")
  private int samples = 5;

  @Option(
      names = "--mends",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "How often mistakes and failures go back to a model behind a server that writes programs"
              + " (default: ${DEFAULT-VALUE}).")
  private int mends = 2;

  @Option(
      names = "--ask",
      paramLabel = "WHEN",
      defaultValue = Configuration.UNSURE,
      description =
          "unsure: a person is asked what is meant where the language model is not sure enough;"
              + " never: it goes by what is likeliest; or how often what is meant shall be among"
              + " what is asked or done, such as 0.85 (default: ${DEFAULT-VALUE}; programs only).")
  private String ask = Configuration.UNSURE;

  @Option(
      names = "--think-ahead",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Prepare the next decision while the robot moves, where its time is real; the decisions"
              + " are the same (default: yes).")
  private boolean thinkAhead = true;

  @Mixin private AffordanceOption affordance = new AffordanceOption();

  @Option(
      names = "--prompt",
      defaultValue = "scene",
      description = "paper or scene (default: ${DEFAULT-VALUE}).")
  private PlanPrompt.Style prompt = PlanPrompt.Style.SCENE;

  @Option(
      names = "--scores",
      defaultValue = "best",
      description =
          "best: the best 8 skills and what it takes to be sure of them; all: every one (default:"
              + " ${DEFAULT-VALUE}).")
  private Scores scores = Scores.BEST;

  @Option(
      names = "--steps",
      defaultValue = "60",
      description = "Steps at most (default: ${DEFAULT-VALUE}).")
  private int steps = 60;

  @Mixin private SkillsOption skills = new SkillsOption();

  @Option(
      names = "--threads",
      defaultValue = "2",
      description = "Threads of the language model (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  @Mixin private PluginOptions plugins = new PluginOptions();

  /** Skills whose order is shown to people: as many as a page of an episode lists. */
  private static final int SHOWN = 8;

  public SkillLibrary library() {
    return skills.library();
  }

  /** Ports of other people. */
  public Plugins plugins() {
    return plugins.plugins();
  }

  public UsefulnessScorer say() {
    return say(llm);
  }

  /** Another language model than the one that was chosen. */
  public UsefulnessScorer say(String choice) {
    Threads.require(threads);
    return Assembly.say(choice, threads, SHOWN, plugins());
  }

  /** The language model that was chosen, as it was written. */
  public String llm() {
    return llm;
  }

  /** Which candidates get a score. */
  public Scores scores() {
    return scores;
  }

  /** The language model as it was named. */
  public String languageModel() {
    return llm;
  }

  /** Whether the language model is the one that comes with the program. */
  public boolean usesEmbedded() {
    return llm.equals(LanguageModels.EMBEDDED);
  }

  public AffordanceFunction can() {
    return can(affordance.choice());
  }

  /** Another value function than the one that was chosen. */
  public AffordanceFunction can(String choice) {
    return Assembly.can(choice, library(), plugins());
  }

  /** The value function that was chosen. */
  public String affordance() {
    return affordance.choice();
  }

  /** How is planned: as was chosen, else by programs where the language model writes them. */
  public PlanMode mode(UsefulnessScorer say) {
    boolean programs =
        planning == null ? Assembly.writesPrograms(say) : planning == Planning.PROGRAM;
    if (rehearse && !(programs && lookAhead)) {
      throw new InvalidInputException(
          "--rehearse goes with --plan program and looking ahead; leave it or the other option out");
    }
    if (planning == Planning.JOINT) {
      return PlanMode.JOINT;
    }
    PlanMode ahead = rehearse ? PlanMode.REHEARSED : PlanMode.PROGRAM;
    PlanMode program = lookAhead ? ahead : PlanMode.IN_ORDER;
    return programs ? program : PlanMode.STEPS;
  }

  /**
   * The planner of these options.
   *
   * @param skills what the robot can do
   * @param user who is asked and told
   * @param isTimeReal whether the robot takes its time, so that there is any in which to think;
   *     simulated robots at full speed are done before a thought is
   */
  public EpisodePlanner planner(
      SkillLibrary skills,
      UsefulnessScorer say,
      AffordanceFunction can,
      User user,
      boolean isTimeReal) {
    return planner(mode(say), skills, say, can, user, isTimeReal);
  }

  /** The same in another mode than the one that was chosen. */
  public EpisodePlanner planner(
      PlanMode chosen,
      SkillLibrary skills,
      UsefulnessScorer say,
      AffordanceFunction can,
      User user,
      boolean isTimeReal) {
    return planner(llm, chosen, scores, skills, say, can, user, isTimeReal);
  }

  /**
   * The same with another model and other scores than those that were chosen.
   *
   * @param model {@code say} as the command line would name it
   */
  public EpisodePlanner planner(
      String model,
      PlanMode chosen,
      Scores wanted,
      SkillLibrary skills,
      UsefulnessScorer say,
      AffordanceFunction can,
      User user,
      boolean isTimeReal) {
    return Assembly.planner(
        chosen,
        Assembly.asking(ask, model),
        new Tries(samples, mends),
        skills,
        say,
        can,
        user,
        settings(isTimeReal, wanted));
  }

  /** Without thinking ahead. */
  public SayCanPlanner.Settings settings() {
    return settings(false, scores);
  }

  private SayCanPlanner.Settings settings(boolean isTimeReal, Scores wanted) {
    if (steps < 1) {
      throw new InvalidInputException("--steps must be at least 1, got " + steps);
    }
    return new SayCanPlanner.Settings(prompt, steps, wanted, thinkAhead && isTimeReal);
  }
}
