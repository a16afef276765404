package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.belief.Belief;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EarlyEnd;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.meaning.Meanings.Meaning;
import io.souschef.planner.rehearsal.Rehearsed;
import io.souschef.planner.rehearsal.ThoughtRobot;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.ObservedObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Carries programs out in thought: what they would reach in the world as it is believed, what would
 * stand in their way, and how long they would take. Nothing moves and nobody is told or asked;
 * where a person would be asked, the first answer is taken. Used by one thread.
 */
public final class Rehearsal {

  /** Skills of a rehearsal at most; what takes longer counts as if nothing were in its way. */
  private static final int MOST_SKILLS = 60;

  private final EpisodeParts parts;
  private final SkillRules rules;

  public Rehearsal(SkillLibrary library) {
    this.parts =
        new EpisodeParts(
            library, AffordanceFunction.none(), new Agreeable(), new Asking.Never(), () -> 0);
    this.rules = new SkillRules(library);
  }

  /**
   * Rehearses a program.
   *
   * @param guard what the robot will not do: what it forbids is no obstacle, since it is to be
   *     refused in words and not to be taken for something else
   */
  public Rehearsed of(Program program, Belief now, Guard guard) {
    return of(
        Optional.of(program),
        now,
        guard,
        episode -> episode.carryOut(new Meaning(program, List.of(), 1), false));
  }

  /**
   * Rehearses what is carried out in an episode.
   *
   * @param plain the same as a program, where it is one
   */
  Rehearsed of(
      Optional<Program> plain,
      Belief now,
      Guard guard,
      Function<ProgramEpisode, EpisodeEvent.Ended> course) {
    ThoughtRobot robot = ThoughtRobot.needing(plain, now, guard, rules);
    ProgramEpisode episode = new ProgramEpisode(parts, robot, MOST_SKILLS, event -> {});
    EpisodeEvent.Ended ended;
    try {
      ended = course.apply(episode);
    } catch (EarlyEnd early) {
      ended = early.ended();
    }
    // A script may speak of things that only its run will name: where it looks in vain nobody
    // knows.
    boolean isUnknown = plain.isEmpty() && !now.unlooked(List.of()).isEmpty();
    boolean hindered = ended.outcome() == Outcome.GIVEN_UP || ended.outcome() == Outcome.UNANSWERED;
    return new Rehearsed(
        hindered && !isUnknown && !episode.isRuledOut() ? ended.message() : "",
        robot.unseen().stream().map(ObservedObject::kind).distinct().toList(),
        robot.seconds());
  }

  /** Whoever is asked in thought answers with what comes first. */
  private static final class Agreeable implements User {

    @Override
    public Optional<String> ask(String question, List<String> options) {
      return options.stream().findFirst();
    }

    @Override
    public void tell(String words) {
      // Nobody hears a thought.
    }
  }
}
