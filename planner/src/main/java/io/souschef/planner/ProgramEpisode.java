package io.souschef.planner;

import io.souschef.planner.agenda.Agenda;
import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.Replies;
import io.souschef.planner.episode.EarlyEnd;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.errand.Facts;
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
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One episode of a program on a robot: statement by statement, skill by skill. One thread. */
final class ProgramEpisode implements Executive {

  private final EpisodeParts parts;
  private final SkillSteps skills;
  private final Consumer<EpisodeEvent> listener;
  private final Names names;
  private final WayFinder ways;
  private final Referents referents = new Referents();
  private final List<String> failed = new ArrayList<>();
  private Outcome outcome = Outcome.DONE;
  private final Errands errands;
  private String lastWords = "";
  private List<String> neededLater = List.of();

  ProgramEpisode(EpisodeParts parts, Robot robot, int stepLimit, Consumer<EpisodeEvent> listener) {
    this.parts = parts;
    this.skills = new SkillSteps(parts.can(), parts.nanoClock(), robot, stepLimit, listener);
    this.listener = listener;
    this.names = new Names(robot.vocabulary());
    this.ways = parts.ways().within(robot.guard());
    this.errands =
        new Errands(
            skills,
            names,
            referents,
            this::ways,
            (question, options) -> parts.asking().choice(options).or(() -> ask(question, options)));
  }

  /** Whether a rule of the robot's guard kept an act from being done. */
  boolean isRuledOut() {
    return errands.isRuledOut();
  }

  EpisodeEvent.Ended ended(Outcome how, String message) {
    return new EpisodeEvent.Ended(how, message, skills.taken());
  }

  /** Its skills. */
  SkillSteps skills() {
    return skills;
  }

  /**
   * What the person chooses among options, which is one of them; an answer that fits nothing is
   * asked about once more.
   *
   * @param otherwise what is taken when nobody answers
   * @throws EarlyEnd where nothing is chosen
   */
  String choose(String question, List<String> options, Optional<String> otherwise) {
    return errands
        .choice(new Step.Which(question, options, otherwise))
        .or(() -> otherwise)
        .orElseThrow(() -> new EarlyEnd(ended(Outcome.UNANSWERED, question)));
  }

  /** Says how sure it is that what is carried out next is meant, in [0, 1]. */
  void goBy(double probability) {
    skills.goBy(probability);
  }

  /**
   * Carries out what is meant.
   *
   * @param mayReorder whether parts whose order makes no difference may change places
   */
  EpisodeEvent.Ended carryOut(Meaning meant, boolean mayReorder) {
    goBy(meant.probability());
    Program program = meant.program();
    Optional<Reply.Manner> refusal = Replies.refusal(program);
    if (refusal.isPresent()) {
      reply(new Reply(refusal.get()));
    } else {
      carryOut(new Agenda(program.statements(), mayReorder));
    }
    if (!failed.isEmpty()) {
      String words = String.join("; ", failed);
      tell(words);
      boolean refused = errands.isRuledOut() && skills.taken() == 0;
      return ended(refused ? Outcome.REFUSED : Outcome.GIVEN_UP, words);
    }
    return ended(outcome, lastWords.isEmpty() ? "All that was wanted is done" : lastWords);
  }

  private void carryOut(Agenda agenda) {
    Optional<Statement> reached = Optional.empty();
    List<String> told = List.of();
    while (!agenda.isEmpty()) {
      Agenda.Plan plan =
          skills.thinking(
              () -> agenda.next(belief(), ways(), referents.placed(), skills.chances()));
      Statement statement = plan.first();
      List<String> order = plan.order().stream().map(Script::of).toList();
      if (plan.isChanged() && !order.equals(told)) {
        told = order;
        listener.accept(new EpisodeEvent.Ordered(order, plan.seconds(), plan.asSaidSeconds()));
      }
      neededLater = plan.second().map(this::placesOf).orElse(List.of());
      if (reached.filter(before -> before == statement).isEmpty()) {
        reached = Optional.of(statement);
        listener.accept(new EpisodeEvent.Reached(Script.of(statement)));
      }
      List<Achievement> achievements;
      if (statement instanceof Act act) {
        achievements = errands.carryOut(act, agenda.hasChoice()).stream().toList();
      } else {
        achievements = Interpreter.run(new Program(List.of(statement)), this);
      }
      if (!(statement instanceof Act) || !achievements.isEmpty()) {
        agenda.done(statement);
      }
      achievements.stream()
          .filter(achievement -> !achievement.achieved())
          .forEach(achievement -> failed.add(achievement.message()));
    }
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
    return skills.belief(names);
  }

  private Ways ways() {
    // An errand that waited must hear of what is needed later as it is then.
    return new Ways(ways, place -> neededLater.contains(place));
  }

  @Override
  public Achievement perform(Act act) {
    return errands.carryOut(act, false).orElseThrow();
  }

  @Override
  public Achievement perform(GroundedSkill skill) {
    SkillResult result = skills.execute(skill);
    return new Achievement(result instanceof SkillResult.Succeeded, result.message());
  }

  /** Looks until enough is known. */
  private Inquiry inquire(Things things, Inquiry.Depth depth) {
    Inquiry inquiry = new Inquiry(things, depth, ways(), referents);
    errands.rules().clear();
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
    List<Thing> found =
        switch (test.check()) {
          case EXISTS, MIN -> found(test.things().orElseThrow(), Facts.depth(test.check()));
          case OPEN, CLOSED -> {
            lookAtDoors(test.place().orElseThrow());
            yield List.of();
          }
          case HOLDS, FREE -> List.of();
        };
    return Facts.holds(test, found, belief(), referents);
  }

  private void lookAtDoors(PlaceWords words) {
    for (String place : names.places(words)) {
      if (belief().isOpen(place).isEmpty()) {
        perform(Act.visit(PlaceWords.named(place)));
      }
    }
  }

  @Override
  public int count(Things things) {
    return found(things, Inquiry.Depth.ALL).size();
  }

  @Override
  public List<Things> each(Things things) {
    return found(things, Inquiry.Depth.ALL).stream()
        .map(thing -> things.narrowedTo(thing.kind()))
        .toList();
  }

  @Override
  public String answer(Query query) {
    String words =
        switch (query.asked()) {
          case HELD -> Facts.held(belief());
          case OPEN -> {
            lookAtDoors(query.place().orElseThrow());
            yield Facts.open(query.place().orElseThrow(), belief());
          }
          case COUNT, WHAT, WHERE, WHETHER -> {
            Inquiry about = inquire(query.things().orElseThrow(), Facts.depth(query.asked()));
            yield skills.memory().withRules(about.answer(query.asked(), belief()), " ");
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
