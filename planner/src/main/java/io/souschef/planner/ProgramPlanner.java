package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.agenda.OrderWords;
import io.souschef.planner.belief.Belief;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.Understanding;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeListener;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.meaning.Meanings;
import io.souschef.planner.program.meaning.Meanings.Meaning;
import io.souschef.planner.rehearsal.Judging;
import io.souschef.planner.rehearsal.Ranking;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Plans by programs: the language model writes what an instruction means, the likeliest meaning is
 * carried out on what the robot believes, and what is unclear is asked. Owns neither writer nor
 * robot. Used by one thread at a time.
 */
public final class ProgramPlanner implements EpisodePlanner {

  private final ProgramWriter writer;
  private final EpisodeParts parts;
  private final Settings settings;
  private final Rehearsal rehearsal;

  /**
   * How an episode is run.
   *
   * @param stepLimit skills executed at most
   * @param asking when a person is asked what is meant
   * @param lookAhead whether parts whose order is free are done in the order that is expected to
   *     take the least robot time
   * @param ranking how rehearsals decide between what may be meant; empty where nothing is
   *     rehearsed
   */
  public record Settings(
      int stepLimit, Asking asking, boolean lookAhead, Optional<Ranking> ranking) {

    /** What the planner goes by unless told otherwise. */
    public static Settings standard(int stepLimit) {
      return new Settings(stepLimit, Asking.usual(), true, Optional.empty());
    }

    /** The same, looking ahead or not. */
    public Settings lookingAhead(boolean looks) {
      return new Settings(stepLimit, asking, looks, ranking);
    }

    /** The same, asking at other times. */
    public Settings asking(Asking when) {
      return new Settings(stepLimit, when, lookAhead, ranking);
    }

    /** The same, rehearsing what may be meant. */
    public Settings rehearsing(Ranking rule) {
      return new Settings(stepLimit, asking, lookAhead, Optional.of(rule));
    }

    public Settings {
      if (stepLimit < 1) {
        throw new IllegalArgumentException(
            "The step limit must be at least 1, got %s".formatted(stepLimit));
      }
    }
  }

  /**
   * Wires a planner.
   *
   * @param nanoClock monotonic wall clock in nanoseconds; only times of events depend on it
   */
  public ProgramPlanner(
      SkillLibrary library,
      ProgramWriter writer,
      AffordanceFunction can,
      User user,
      Settings settings,
      LongSupplier nanoClock) {
    this.writer = writer;
    this.parts = new EpisodeParts(library, can, user, settings.asking(), nanoClock);
    this.settings = settings;
    this.rehearsal = new Rehearsal(library);
  }

  private List<Meaning> judged(
      List<Meaning> all,
      Ranking ranking,
      Belief now,
      Robot robot,
      Consumer<EpisodeEvent> listener) {
    Judging<Meaning> judging =
        new Judging<>(ranking, one -> rehearsal.of(one.program(), now, robot.guard()), listener);
    return Meanings.inOrder(
            judging.of(all).stream()
                .map(judged -> judged.meaning().likely(judged.probability()))
                .toList(),
            now.names())
        .all();
  }

  private boolean mayReorder(String said) {
    return settings.lookAhead() && !OrderWords.areIn(said);
  }

  @Override
  public EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> events) {
    EpisodeListener listener =
        parts.begin(instruction, writer.name(), settings.stepLimit(), about, events);
    return parts.play(
        robot,
        settings.stepLimit(),
        listener,
        episode -> {
          Names names = new Names(robot.vocabulary());
          return new Understanding<Meaning>(
                  said -> {
                    listener.accept(new EpisodeEvent.Prompted(0, writer.worded(said)));
                    List<Meaning> all =
                        Meanings.of(writer.write(said, robot.vocabulary()), names).all();
                    return settings
                        .ranking()
                        .map(ranking -> judged(all, ranking, episode.belief(), robot, listener))
                        .orElse(all);
                  },
                  (said, meant) -> episode.carryOut(meant, mayReorder(said)),
                  settings.asking())
              .of(instruction.text(), episode::ask, parts.nanoClock(), listener);
        });
  }
}
