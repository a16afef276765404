package io.souschef.training.language.corpus;

import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.training.language.corpus.episode.EpisodeWriter;
import io.souschef.training.language.corpus.episode.GoalPlanner;
import io.souschef.training.language.corpus.episode.Layout;
import io.souschef.training.language.corpus.episode.SymbolicRobot;
import io.souschef.training.language.corpus.episode.Troubles;
import io.souschef.training.language.corpus.scene.Kitchen;
import io.souschef.training.language.corpus.scene.World;
import io.souschef.training.language.corpus.wording.Bindings;
import io.souschef.training.language.corpus.wording.Choose;
import io.souschef.training.language.corpus.wording.Composition;
import io.souschef.training.language.corpus.wording.SkillWords;
import io.souschef.training.language.corpus.wording.Speech;
import io.souschef.training.language.corpus.wording.Wording;
import io.souschef.training.language.text.EvaluationFilter;
import io.souschef.training.language.text.Goal;
import io.souschef.training.language.text.Goal.Verb;
import io.souschef.training.language.text.Program;
import io.souschef.training.language.text.Request;
import io.souschef.training.language.text.lexicon.Lexicon;
import io.souschef.training.language.text.lexicon.Noun;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Makes examples without end: draws a request, fills its slots, lays out a scene and lets the
 * symbolic robot act. Used by one thread; the same seed gives the same examples.
 */
public final class CorpusGenerator {

  private static final double KITCHEN = 0.7;
  private static final double TOLD = 0.78;
  private static final double TROUBLED = 0.3;
  private static final double JOINED = 0.14;
  private static final double JOINED_AGAIN = 0.25;

  /** What robots are told most: plain commands get more than the share of their lines. */
  private static final List<String> PLAIN_FILES = List.of("structured.tsv", "commands.tsv");

  private final List<Request> joinable;
  private final List<Pool> pools;
  private final Lexicon kitchen;
  private final Lexicon anywhere;
  private final EvaluationFilter filter;
  private final SkillWords words;
  private final RandomGenerator random;

  /**
   * Prepares a generator.
   *
   * @param all what to draw from; what cannot be acted out step by step is left out
   * @param lexicon what fills the slots
   * @param filter drops examples that are too close to an evaluation's
   */
  public CorpusGenerator(
      List<Request> all,
      Lexicon lexicon,
      EvaluationFilter filter,
      SkillWords words,
      RandomGenerator random) {
    List<Request> requests =
        all.stream()
            .filter(r -> r.program().isEpisode() && r.language().equals(Request.ENGLISH))
            .toList();
    this.joinable = requests.stream().filter(Composition::isJoinable).toList();
    this.pools =
        List.of(
            new Pool(0.23, select(requests, CorpusGenerator::isPlain)),
            new Pool(0.2, select(requests, CorpusGenerator::isSeveral)),
            new Pool(0.17, select(requests, CorpusGenerator::isDescribed)),
            new Pool(0.12, select(requests, CorpusGenerator::isMisleading)),
            new Pool(0.06, select(requests, CorpusGenerator::isMidway)),
            new Pool(0.02, select(requests, CorpusGenerator::isNothing)),
            new Pool(1, requests));
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
    double left = random.nextDouble();
    for (Pool pool : pools) {
      if (left < pool.share() && !pool.requests().isEmpty()) {
        return Choose.one(pool.requests(), random);
      }
      left -= pool.share();
    }
    return Choose.one(pools.get(pools.size() - 1).requests(), random);
  }

  /** Requests that get a share of their own, because there is much to learn in few lines. */
  private record Pool(double share, List<Request> requests) {
    Pool {
      requests = List.copyOf(requests);
    }
  }

  private static List<Request> select(List<Request> requests, Predicate<Request> wanted) {
    return requests.stream().filter(wanted).toList();
  }

  private static boolean isPlain(Request request) {
    return PLAIN_FILES.stream().anyMatch(request.source()::startsWith);
  }

  /** Whether more than one of something is asked for. */
  private static boolean isSeveral(Request request) {
    return request.program().goals().stream()
        .anyMatch(goal -> goal.count() == Goal.ALL || goal.count() > 1);
  }

  /** Whether something is asked for by what it is like. */
  private static boolean isDescribed(Request request) {
    Set<String> named = request.mentioned();
    return request.program().goals().stream()
        .flatMap(goal -> goal.object().stream())
        .anyMatch(
            name ->
                !named.contains(name)
                    && Optional.ofNullable(request.program().variables().get(name))
                        .filter(variable -> variable.fixed().isEmpty())
                        .isPresent());
  }

  /** Whether the robot is said to hold something, or to be somewhere, already. */
  private static boolean isMidway(Request request) {
    Program.Start start = request.program().start();
    return start.held().isPresent() || start.at().isPresent();
  }

  /** Whether there is nothing to do. */
  private static boolean isNothing(Request request) {
    return request.program().goals().stream().allMatch(goal -> goal.verb() == Verb.NONE);
  }

  /** Whether the instruction names an object that is not the one wanted. */
  private static boolean isMisleading(Request request) {
    return !isNothing(request)
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
    boolean told = isMidway(request) || Choose.chance(TOLD, random);
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
            : writer.steps().stream().map(step -> PlanPrompt.Step.of(step.skill())).toList();
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
