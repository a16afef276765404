package io.souschef.training.language.trial;

import io.souschef.planner.EpisodePlanner;
import io.souschef.planner.Instruction;
import io.souschef.planner.JointPlanner;
import io.souschef.planner.ProgramPlanner;
import io.souschef.planner.SayCanPlanner;
import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.decision.Blend;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.rehearsal.ThoughtRobot;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How much programs and steps shall count when both plan at once: held-out requests, each carried
 * out in its home by a robot whose skills do what they declare, and compared with what carrying out
 * what was meant would leave behind. Nobody is asked.
 *
 * @param scorer scores skills
 * @param writer writes programs, with the same model
 */
public record JointTrial(UsefulnessScorer scorer, ProgramWriter writer) {

  private static final int STEPS = 40;
  private static final List<Double> WEIGHTS = List.of(0.5, 0.8, 1.0);
  private static final SkillLibrary LIBRARY = SkillLibrary.standard();
  private static final SkillRules RULES = new SkillRules(LIBRARY);

  /** So many of some trials, from all parts of them. */
  public static List<Trial> spread(List<Trial> trials, int count) {
    return IntStream.range(0, count).mapToObj(i -> trials.get(i * trials.size() / count)).toList();
  }

  /** How often each way to plan leaves behind what was meant, one line for each. */
  public String markdown(List<Trial> trials) {
    ProgramPlanner.Settings settings =
        ProgramPlanner.Settings.standard(STEPS).asking(new Asking.Never());
    Map<String, Function<Trial, EpisodePlanner>> ways = new LinkedHashMap<>();
    ways.put(
        "steps",
        trial ->
            new SayCanPlanner(
                LIBRARY,
                scorer,
                AffordanceFunction.none(),
                new SayCanPlanner.Settings(
                    PlanPrompt.Style.SCENE, STEPS, SayCanPlanner.Settings.Scores.BEST),
                () -> 0));
    for (double weight : WEIGHTS) {
      ways.put(
          String.format(Locale.ROOT, "both, programs count %.1f", weight),
          trial ->
              new JointPlanner(
                  LIBRARY,
                  new JointPlanner.Model(writer, scorer),
                  AffordanceFunction.none(),
                  User.nobody(),
                  settings,
                  new Blend(weight),
                  () -> 0));
    }
    ways.put("programs", trial -> programs(writer, settings));
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%d of these, carried out in thought; right: what carrying out what was meant would"
                    + " leave behind.%n%n| planned by | right |%n|---|---:|%n",
                trials.size()));
    ways.forEach(
        (name, way) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %.1f%% |%n",
                    name,
                    100.0
                        * trials.stream().filter(trial -> isRight(trial, way)).count()
                        / trials.size())));
    return table.toString();
  }

  private boolean isRight(Trial trial, Function<Trial, EpisodePlanner> way) {
    scorer.forget();
    ProgramPlanner.Settings settings =
        ProgramPlanner.Settings.standard(STEPS).asking(new Asking.Never());
    Aftermath meant = played(trial, programs(new Known(trial.meant()), settings));
    return played(trial, way.apply(trial)).equals(meant);
  }

  private static EpisodePlanner programs(ProgramWriter writer, ProgramPlanner.Settings settings) {
    return new ProgramPlanner(
        LIBRARY, writer, AffordanceFunction.none(), User.nobody(), settings, () -> 0);
  }

  private static Aftermath played(Trial trial, EpisodePlanner planner) {
    ThoughtRobot robot = trial.robot(RULES);
    var unused = planner.run(new Instruction(trial.instruction()), robot, Map.of(), event -> {});
    return Aftermath.of(trial, robot.world());
  }

  /** Knows what is meant. */
  private record Known(Program program) implements ProgramWriter {

    @Override
    public String name() {
      return "known";
    }

    @Override
    public List<Written> write(String instruction, Vocabulary vocabulary) {
      return List.of(new Written(program, List.of(), 1));
    }

    @Override
    public void close() {}
  }
}
