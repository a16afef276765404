package io.souschef.training.language.corpus;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Lexicon;
import io.souschef.training.language.text.Noun;
import io.souschef.training.language.text.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Makes examples without end: draws a request, fills its slots, lays out a scene and lets the
 * symbolic robot act. Used by one thread; the same seed gives the same examples.
 */
public final class CorpusGenerator {

  private static final double KITCHEN = 0.6;
  private static final double TOLD = 0.78;
  private static final double JOINED = 0.16;
  private static final double TROUBLED = 0.3;
  private static final double JOINED_AGAIN = 0.25;
  private static final double MISLEADING = 0.15;
  private static final double PLAIN = 0.25;
  private static final double BY_VERB = 0.35;

  /** What robots are told most: plain commands get more than the share of their lines. */
  private static final List<String> PLAIN_FILES = List.of("structured.tsv", "commands.tsv");

  private final List<Request> requests;
  private final List<Request> joinable;
  private final List<Request> misleading;
  private final List<Request> plain;
  private final Map<Verb, List<Request>> byVerb = new EnumMap<>(Verb.class);
  private final Lexicon kitchen;
  private final Lexicon anywhere;
  private final EvaluationFilter filter;
  private final SkillWords words;
  private final RandomGenerator random;

  /**
   * Prepares a generator.
   *
   * @param requests what to draw from
   * @param lexicon what fills the slots
   * @param filter drops examples that are too close to an evaluation's
   */
  public CorpusGenerator(
      List<Request> requests,
      Lexicon lexicon,
      EvaluationFilter filter,
      SkillWords words,
      RandomGenerator random) {
    this.requests = List.copyOf(requests);
    this.joinable = requests.stream().filter(Composition::isJoinable).toList();
    this.plain =
        requests.stream()
            .filter(request -> PLAIN_FILES.stream().anyMatch(request.source()::startsWith))
            .toList();
    this.misleading = requests.stream().filter(CorpusGenerator::isMisleading).toList();
    for (Request request : requests) {
      for (Goal goal : request.program().goals()) {
        if (goal.verb() != Verb.NONE) {
          byVerb.computeIfAbsent(goal.verb(), verb -> new ArrayList<>()).add(request);
        }
      }
    }
    this.kitchen = Kitchen.of(lexicon);
    this.anywhere = Kitchen.anywhere(lexicon);
    this.filter = filter;
    this.words = words;
    this.random = random;
  }

  /** The next example. */
  public Example next() {
    while (true) {
      Optional<Example> example = attempt(draw());
      if (example.isPresent()) {
        return example.get();
      }
    }
  }

  private Request draw() {
    if (joinable.size() > 1 && Choose.chance(JOINED, random)) {
      Request both =
          Composition.join(Choose.one(joinable, random), Choose.one(joinable, random), random);
      return Choose.chance(JOINED_AGAIN, random)
          ? Composition.join(both, Choose.one(joinable, random), random)
          : both;
    }
    if (!misleading.isEmpty() && Choose.chance(MISLEADING, random)) {
      return Choose.one(misleading, random);
    }
    if (!plain.isEmpty() && Choose.chance(PLAIN, random)) {
      return Choose.one(plain, random);
    }
    if (Choose.chance(BY_VERB, random)) {
      return Choose.one(Choose.one(List.copyOf(byVerb.values()), random), random);
    }
    return Choose.one(requests, random);
  }

  /** Whether the instruction names an object that is not the one wanted. */
  private static boolean isMisleading(Request request) {
    boolean wanting =
        request.program().goals().stream().noneMatch(goal -> goal.verb() == Verb.NONE);
    return wanting
        && request.mentioned().stream()
            .anyMatch(
                name ->
                    "XYZW".indexOf(name.charAt(0)) >= 0
                        && request.program().goals().stream()
                            .noneMatch(
                                goal ->
                                    goal.object().filter(name::equals).isPresent()
                                        || goal.other().filter(name::equals).isPresent()));
  }

  /** An example of one request; empty when the draw does not fit or must not be used. */
  Optional<Example> attempt(Request request) {
    Lexicon lexicon = Choose.chance(KITCHEN, random) ? kitchen : anywhere;
    Optional<Bindings> drawn = Bindings.draw(request, lexicon, random);
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    Bindings bindings = drawn.get();
    String instruction =
        new Speech(random).vary(new Wording(bindings, random).fill(request.instruction()));
    if (filter.matches(instruction)) {
      return Optional.empty();
    }
    boolean needsTelling =
        request.program().start().held().isPresent() || request.program().start().at().isPresent();
    boolean told = needsTelling || Choose.chance(TOLD, random);
    World world = Layout.of(lexicon, bindings, request.program(), told, random);
    Optional<PlanPrompt.Scene> scene = told ? Optional.of(world.scene()) : Optional.empty();
    EpisodeWriter writer = new EpisodeWriter();
    Troubles troubles = new Troubles(told && Choose.chance(TROUBLED, random), random);
    SymbolicRobot robot = new SymbolicRobot(world, words, troubles, writer, random);
    new GoalPlanner(world, lexicon, words, robot, bindings, random)
        .run(request.program().goals(), writer);
    if (writer.steps().size() > EpisodeWriter.MOST_STEPS) {
      return Optional.empty();
    }
    List<PlanPrompt.Step> steps =
        told
            ? writer.steps()
            : writer.steps().stream()
                .map(step -> new PlanPrompt.Step(step.skill(), Optional.empty(), List.of()))
                .toList();
    return Optional.of(
        new Example(
            request.source(),
            new PlanPrompt(instruction, scene, steps),
            writer.acceptable(),
            traits(request, bindings)));
  }

  private static Set<String> traits(Request request, Bindings bindings) {
    Set<String> traits = new TreeSet<>();
    for (Goal goal : request.program().goals()) {
      goal.object()
          .flatMap(bindings::noun)
          .map(Noun::singular)
          .ifPresent(noun -> traits.add(goal.verb().word() + " " + noun));
    }
    return traits;
  }
}
