package io.souschef.app.cli.command;

import io.souschef.app.Assembly;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.app.cli.option.PluginOptions;
import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.PlanMode;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.limit.Terms;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.mind.Choice;
import io.souschef.web.live.mind.Minds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What plans in a served kitchen: the ways that the language model can plan, and the value
 * functions. What is chosen first is what the command line chose. Used by the thread that drives
 * the robot.
 */
public final class ServedMinds implements Minds, AutoCloseable {

  static final String PLAN = "plan";
  static final String CAN = "can";

  private final PlannerOptions options;
  private final SkillLibrary library;
  private final UsefulnessScorer say;
  private final Terms terms;
  private volatile User user = User.nobody();
  private final Map<String, AffordanceFunction> functions = new LinkedHashMap<>();

  public ServedMinds(PlannerOptions options, UsefulnessScorer say, Terms terms) {
    this.options = options;
    this.library = options.library();
    this.say = say;
    this.terms = terms;
  }

  /** Sets who is asked and told. */
  public void asks(User people) {
    user = people;
  }

  @Override
  public List<Choice> choices() {
    List<String> plans =
        first(
            word(options.mode(say)),
            Stream.of(PlanMode.values())
                .filter(mode -> Assembly.isAble(mode, say))
                .map(ServedMinds::word));
    List<String> functionNames =
        first(options.affordance(), PluginOptions.AffordanceNames.ALL.stream());
    return List.of(
        new Choice(PLAN, "Plans by", plans), new Choice(CAN, "Can, says", functionNames));
  }

  @Override
  public Brain brain(Map<String, String> chosen) {
    String way = chosen.getOrDefault(PLAN, word(options.mode(say)));
    PlanMode mode = PlanMode.valueOf(way.toUpperCase(Locale.ROOT).replace(' ', '_'));
    String name = chosen.getOrDefault(CAN, options.affordance());
    EpisodePlanner planner =
        terms.around(
            options.planner(mode, library, say, function(name), user, false), library, say);
    return planner::run;
  }

  /**
   * Makes sure that what the command line chose can plan.
   *
   * @throws io.souschef.skills.InvalidInputException when it cannot
   */
  void require() {
    var unused = brain(Map.of());
  }

  /** The value function of a name; opened when it is first asked for. */
  AffordanceFunction function(String name) {
    return functions.computeIfAbsent(name, options::can);
  }

  private static String word(PlanMode mode) {
    return mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> first(String first, Stream<String> all) {
    return Stream.concat(Stream.of(first), all).distinct().toList();
  }

  @Override
  public void close() {
    functions.values().forEach(AffordanceFunction::close);
  }
}
