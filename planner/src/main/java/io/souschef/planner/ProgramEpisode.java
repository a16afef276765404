package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.Answer;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EarlyEnd;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.episode.EpisodeListener;
import io.souschef.planner.errand.Errand;
import io.souschef.planner.errand.Inquiry;
import io.souschef.planner.errand.Referents;
import io.souschef.planner.errand.Step;
import io.souschef.planner.errand.Ways;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.PlaceWords;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.Query;
import io.souschef.planner.program.Reply;
import io.souschef.planner.program.Script;
import io.souschef.planner.program.Statement;
import io.souschef.planner.program.Test;
import io.souschef.planner.program.Things;
import io.souschef.planner.program.meaning.Meanings.Meaning;
import io.souschef.planner.program.run.Executive;
import io.souschef.planner.program.run.Interpreter;
import io.souschef.planner.search.WayFinder;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One episode of a program on a robot: statement by statement, skill by skill. One thread. */
final class ProgramEpisode implements Executive {

  /**
   * What succeeds less often than this, by the value function, is done only when nothing else is
   * left to try: fewer than one try in ten is not worth the time of another way.
   */
  private static final double DREGS = 0.1;

  private final Parts parts;
  private final SkillSteps skills;
  private final Consumer<EpisodeEvent> listener;
  private final Names names;
  private final WayFinder ways;
  private final Referents referents = new Referents();
  private final List<String> failed = new ArrayList<>();
  private Outcome outcome = Outcome.DONE;
  private boolean ruledOut;
  private String lastWords = "";
  private List<String> neededLater = List.of();

  /** What an episode is made with. */
  record Parts(
      SkillLibrary library,
      WayFinder ways,
      AffordanceFunction can,
      User user,
      LongSupplier nanoClock) {

    Parts(SkillLibrary library, AffordanceFunction can, User user, LongSupplier nanoClock) {
      this(library, new WayFinder(library), can, user, nanoClock);
    }

    /** Plays an episode to its last event, whatever ends it. */
    EpisodeEvent.Ended play(
        Robot robot,
        int stepLimit,
        EpisodeListener listener,
        Function<ProgramEpisode, EpisodeEvent.Ended> course) {
      return listener.play(
          () -> {
            ProgramEpisode episode = new ProgramEpisode(this, robot, stepLimit, listener);
            try {
              return course.apply(episode);
            } catch (EarlyEnd early) {
              return early.ended();
            }
          });
    }
  }

  private ProgramEpisode(Parts parts, Robot robot, int stepLimit, Consumer<EpisodeEvent> listener) {
    this.parts = parts;
    this.skills = new SkillSteps(parts.can(), parts.nanoClock(), robot, stepLimit, listener);
    this.listener = listener;
    this.names = new Names(robot.vocabulary());
    this.ways = parts.ways().within(robot.guard());
  }

  EpisodeEvent.Ended ended(Outcome how, String message) {
    return new EpisodeEvent.Ended(how, message, skills.taken());
  }

  /** Says how sure it is that what is carried out next is meant, in [0, 1]. */
  void goBy(double probability) {
    skills.goBy(probability);
  }

  /** Carries out what is meant. */
  EpisodeEvent.Ended carryOut(Meaning meant) {
    goBy(meant.probability());
    Program program = meant.program();
    Optional<Reply.Manner> refusal = Replies.refusal(program);
    if (refusal.isPresent()) {
      reply(new Reply(refusal.get()));
    } else {
      List<Statement> statements = program.statements();
      for (int i = 0; i < statements.size(); i++) {
        neededLater = i + 1 < statements.size() ? placesOf(statements.get(i + 1)) : List.of();
        listener.accept(new EpisodeEvent.Reached(Script.of(statements.get(i))));
        Interpreter.run(new Program(List.of(statements.get(i))), this).stream()
            .filter(achievement -> !achievement.achieved())
            .forEach(achievement -> failed.add(achievement.message()));
      }
    }
    if (!failed.isEmpty()) {
      String words = String.join("; ", failed);
      tell(words);
      boolean refused = ruledOut && skills.taken() == 0;
      return ended(refused ? Outcome.REFUSED : Outcome.GIVEN_UP, words);
    }
    return ended(outcome, lastWords.isEmpty() ? "All that was wanted is done" : lastWords);
  }

  private List<String> placesOf(Statement statement) {
    List<String> places = new ArrayList<>();
    if (statement instanceof Act act) {
      act.place().ifPresent(place -> places.addAll(names.places(place)));
      act.things().flatMap(Things::at).ifPresent(place -> places.addAll(names.places(place)));
    }
    return places;
  }

  /** What the robot takes to be so now. */
  Belief belief() {
    return new Belief(names, skills.observation(), skills.memory());
  }

  private Ways ways() {
    return new Ways(ways, neededLater::contains);
  }

  @Override
  public Achievement perform(Act act) {
    Errand errand = Errand.of(act, ways(), referents);
    rules().clear();
    while (true) {
      Step step = errand.next(belief());
      if (step instanceof Step.End end) {
        ruledOut |= !end.achieved() && !rules().isEmpty();
        return end.achieved()
            ? new Achievement(true, end.message())
            : new Achievement(false, withRules(end.message(), "; "));
      }
      if (step instanceof Step.Which which) {
        Optional<String> option = choice(which).or(which::otherwise);
        if (option.isEmpty()) {
          throw new EarlyEnd(ended(Outcome.UNANSWERED, which.question()));
        }
        errand.answered(option.get());
      } else if (step instanceof Step.Go go) {
        SkillSteps.Valued next = skills.value(go.skill());
        if (next.value() >= DREGS || !errand.isDoubted(go.skill())) {
          errand.happened(go.skill(), skills.execute(next), belief());
        }
      }
    }
  }

  /** What the robot's guard said to plans that would have worked, a sentence each. */
  private Set<String> rules() {
    return skills.memory().forbidden();
  }

  /** Words, and the rules that stood in the way of what they tell and that they do not name. */
  private String withRules(String words, String between) {
    return Stream.concat(Stream.of(words), rules().stream().filter(rule -> !words.contains(rule)))
        .collect(Collectors.joining(between));
  }

  /** What the person chooses; an answer that fits nothing is asked about once more. */
  private Optional<String> choice(Step.Which which) {
    Optional<String> answer = ask(which.question(), which.options());
    Optional<String> option = answer.flatMap(said -> among(which, said));
    if (answer.isEmpty() || option.isPresent() || which.options().isEmpty()) {
      return option;
    }
    return ask("I did not understand. " + which.question(), which.options())
        .flatMap(said -> among(which, said));
  }

  private Optional<String> among(Step.Which which, String said) {
    return new Answer(said).among(which.options(), names);
  }

  @Override
  public Achievement perform(GroundedSkill skill) {
    SkillResult result = skills.execute(skill);
    return new Achievement(result instanceof SkillResult.Succeeded, result.message());
  }

  /** Looks until enough is known. */
  private Inquiry inquire(Things things, Inquiry.Depth depth) {
    Inquiry inquiry = new Inquiry(things, depth, ways(), referents);
    rules().clear();
    for (Optional<Step> next = inquiry.next(belief());
        next.isPresent() && next.get() instanceof Step.Go go;
        next = inquiry.next(belief())) {
      inquiry.happened(skills.execute(go.skill()), belief());
    }
    return inquiry;
  }

  private List<Thing> found(Things things, Inquiry.Depth depth) {
    return inquire(things, depth).found(belief());
  }

  @Override
  public boolean holds(Test test) {
    boolean holds =
        switch (test.check()) {
          case EXISTS -> {
            List<Thing> found = found(test.things().orElseThrow(), Inquiry.Depth.ONE);
            found.stream().findFirst().ifPresent(referents::speakOf);
            yield !found.isEmpty();
          }
          case MIN -> found(test.things().orElseThrow(), Inquiry.Depth.ALL).size() >= test.count();
          case HOLDS ->
              belief()
                  .sketch()
                  .held()
                  .filter(held -> names.kinds(test.things().orElseThrow()).contains(held.kind()))
                  .isPresent();
          case FREE -> skills.observation().held().isEmpty();
          case OPEN -> isOpen(test);
          case CLOSED -> !isOpen(test);
        };
    return holds != test.negated();
  }

  private boolean isOpen(Test test) {
    List<String> places = names.places(test.place().orElseThrow());
    for (String place : places) {
      if (belief().isOpen(place).isEmpty()) {
        perform(
            new Act(
                Act.Verb.VISIT,
                Act.Amount.ONE,
                Optional.empty(),
                Optional.empty(),
                Optional.of(PlaceWords.named(place))));
      }
    }
    return places.stream().anyMatch(place -> belief().isOpen(place).orElse(false));
  }

  @Override
  public int count(Things things) {
    return found(things, Inquiry.Depth.ALL).size();
  }

  @Override
  public List<Things> each(Things things) {
    return found(things, Inquiry.Depth.ALL).stream()
        .map(
            thing ->
                new Things(
                    Things.Reference.NAMED,
                    Optional.of(thing.kind()),
                    things.required(),
                    things.forbidden(),
                    List.of(),
                    false,
                    things.at(),
                    things.notAt()))
        .toList();
  }

  @Override
  public String answer(Query query) {
    String words =
        switch (query.asked()) {
          case HELD ->
              skills
                  .observation()
                  .held()
                  .map(held -> "I hold the %s.".formatted(held.kind()))
                  .orElse("My hand is empty.");
          case OPEN -> {
            boolean open =
                isOpen(new Test(Test.Check.OPEN, false, 1, Optional.empty(), query.place()));
            String name = query.place().orElseThrow().words();
            yield "The %s is %s.".formatted(name, open ? "open" : "closed");
          }
          default -> {
            Things things = query.things().orElseThrow();
            boolean all = query.asked() == Query.Asked.COUNT || query.asked() == Query.Asked.WHAT;
            Inquiry.Depth depth = all ? Inquiry.Depth.ALL : Inquiry.Depth.ONE;
            yield withRules(inquire(things, depth).answer(query.asked(), belief()), " ");
          }
        };
    tell(words);
    return words;
  }

  @Override
  public void reply(Reply reply) {
    tell(Replies.words(reply.manner()));
    if (reply.manner() == Reply.Manner.REFUSE || reply.manner() == Reply.Manner.CANNOT) {
      outcome = Outcome.REFUSED;
    }
  }

  @Override
  public void tell(String words) {
    lastWords = words;
    parts.user().tell(words);
    listener.accept(new EpisodeEvent.Told(words));
  }

  @Override
  public Optional<String> ask(String question, List<String> options) {
    Optional<String> answer = parts.user().ask(question, options);
    listener.accept(new EpisodeEvent.Asked(question, options, answer));
    return answer;
  }
}
