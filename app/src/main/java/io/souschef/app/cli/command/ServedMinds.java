package io.souschef.app.cli.command;

import io.souschef.app.Assembly;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.PluginOptions;
import io.souschef.app.plugin.Port;
import io.souschef.models.LanguageModels;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.PlanMode;
import io.souschef.planner.SayCanPlanner.Settings.Scores;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.mind.Choice;
import io.souschef.web.live.mind.Minds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What plans for a served robot, among what the command line named: language models, the ways to
 * plan, value functions, and which candidates are scored. What is chosen first is what the command
 * line chose. Models are opened when they are first asked for. Used by the thread that drives the
 * robot.
 */
public final class ServedMinds implements Minds, AutoCloseable {

  static final String MODEL = "model";
  static final String PLAN = "plan";
  static final String CAN = "can";
  static final String SCORES = "scores";

  private final PlannerOptions options;
  private final List<String> models;
  private final UsefulnessScorer first;
  private final Terms terms;
  private final SkillLibrary library;
  private final boolean isTimeReal;
  private volatile User user = User.nobody();
  private final Map<String, UsefulnessScorer> opened = new LinkedHashMap<>();
  private final Map<String, AffordanceFunction> functions = new LinkedHashMap<>();

  /** For the simulated robot, with no more models than the options name. */
  public ServedMinds(PlannerOptions options, UsefulnessScorer say, Terms terms) {
    this(options, List.of(), say, terms, options.library(), false);
  }

  /**
   * Minds.
   *
   * @param models language models that may be chosen beside the first, as {@code --llm} names them
   * @param say the language model that the options chose; its owner closes it
   * @param library what the robot can do
   * @param isTimeReal whether its time goes on while it is thought
   */
  public ServedMinds(
      PlannerOptions options,
      List<String> models,
      UsefulnessScorer say,
      Terms terms,
      SkillLibrary library,
      boolean isTimeReal) {
    this.options = options;
    this.models = List.copyOf(models);
    this.first = say;
    this.terms = terms;
    this.library = library;
    this.isTimeReal = isTimeReal;
  }

  /** Sets who is asked and told. */
  public void asks(User people) {
    user = people;
  }

  @Override
  public List<Choice> choices() {
    Stream<String> allModels =
        Stream.of(Stream.of(LanguageModels.EMBEDDED), models.stream(), plugins(Port.LANGUAGE_MODEL))
            .flatMap(each -> each);
    Stream<String> allFunctions =
        Stream.concat(PluginOptions.AffordanceNames.ALL.stream(), plugins(Port.AFFORDANCE));
    return List.of(
        new Choice(
            PLAN,
            "Plans by",
            first(word(options.mode(first)), Stream.of(PlanMode.values()).map(ServedMinds::word))),
        new Choice(MODEL, "Language model", first(options.llm(), allModels)),
        new Choice(CAN, "Value function", first(options.affordance(), allFunctions)),
        new Choice(
            SCORES,
            "Scored skills",
            first(word(options.scores()), Stream.of(Scores.values()).map(ServedMinds::word))));
  }

  private Stream<String> plugins(Port<?> port) {
    return options.plugins().offers().stream()
        .filter(offer -> offer.isUsable() && offer.port().equals(port))
        .map(offer -> offer.scheme());
  }

  @Override
  public Brain brain(Map<String, String> chosen) {
    String model = chosen.getOrDefault(MODEL, options.llm());
    UsefulnessScorer say = model(model);
    PlanMode mode =
        PlanMode.valueOf(constant(chosen.getOrDefault(PLAN, word(options.mode(first)))));
    Scores scores = Scores.valueOf(constant(chosen.getOrDefault(SCORES, word(options.scores()))));
    if (!Assembly.isAble(mode, say)) {
      throw new InvalidInputException(
          "Language model '%s' writes no programs; let it plan by steps, or choose another"
              .formatted(say.name()));
    }
    AffordanceFunction can = function(chosen.getOrDefault(CAN, options.affordance()));
    EpisodePlanner planner =
        options.planner(model, mode, scores, library, say, can, user, isTimeReal);
    return terms.around(planner, options.library(), say)::run;
  }

  /**
   * Makes sure that what the command line chose can plan.
   *
   * @throws InvalidInputException when it cannot
   */
  void require() {
    var unused = brain(Map.of());
  }

  private UsefulnessScorer model(String name) {
    return name.equals(options.llm()) ? first : opened.computeIfAbsent(name, options::say);
  }

  /** The value function of a name; opened when it is first asked for. */
  AffordanceFunction function(String name) {
    return functions.computeIfAbsent(name, options::can);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static List<String> first(String first, Stream<String> all) {
    return Stream.concat(Stream.of(first), all).distinct().toList();
  }

  @Override
  public void close() {
    functions.values().forEach(AffordanceFunction::close);
    opened.values().forEach(UsefulnessScorer::close);
  }
}
