package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.program.Meanings;
import io.souschef.planner.program.Meanings.Meaning;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Script;
import io.souschef.planner.search.WayFinder;
import io.souschef.planner.usefulness.PlanPrompt;
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

  /** Questions about the whole request before it is given up. */
  private static final int MOST_QUESTIONS = 2;

  private final SkillLibrary library;
  private final ProgramWriter writer;
  private final AffordanceFunction can;
  private final User user;
  private final Settings settings;
  private final LongSupplier nanoClock;
  private final WayFinder ways;

  /**
   * How an episode is run.
   *
   * @param stepLimit skills executed at most
   * @param confidence how sure it must be of what is meant to go ahead without a question, in [0,
   *     1]
   */
  public record Settings(int stepLimit, double confidence) {

    /** As {@code souschef train confidence} finds it on held-out text. */
    public static final double CONFIDENCE = 0.7;

    /** What the planner goes by unless told otherwise. */
    public static Settings standard(int stepLimit) {
      return new Settings(stepLimit, CONFIDENCE);
    }

    public Settings {
      if (stepLimit < 1 || !(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException(
            "The step limit must be at least 1 and the confidence in [0, 1], got %s and %s"
                .formatted(stepLimit, confidence));
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
    this.library = library;
    this.writer = writer;
    this.can = can;
    this.user = user;
    this.settings = settings;
    this.nanoClock = nanoClock;
    this.ways = new WayFinder(library);
  }

  @Override
  public EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> events) {
    EpisodeListener listener = new EpisodeListener(events);
    listener.accept(
        new EpisodeEvent.Started(
            instruction.text(),
            writer.name(),
            can.name(),
            PlanPrompt.Style.SCENE,
            settings.stepLimit(),
            about));
    return listener.play(
        () -> {
          ProgramEpisode episode =
              new ProgramEpisode(
                  new ProgramEpisode.Parts(library, ways, can, user, nanoClock),
                  robot,
                  settings.stepLimit(),
                  listener);
          return episode.endingEarly(
              () -> understand(instruction.text(), robot, episode, listener));
        });
  }

  private EpisodeEvent.Ended understand(
      String instruction, Robot robot, ProgramEpisode episode, Consumer<EpisodeEvent> listener) {
    String said = instruction;
    Names names = new Names(robot.vocabulary());
    for (int asked = 0; ; asked++) {
      long start = nanoClock.getAsLong();
      Meanings meanings = Meanings.of(writer.write(said, robot.vocabulary()), names);
      listener.accept(
          new EpisodeEvent.Planned(
              meanings.all().stream()
                  .map(
                      meaning ->
                          new EpisodeEvent.Understood(
                              Script.of(meaning.program()),
                              String.join(" . ", meaning.shorthand()),
                              meaning.probability()))
                  .toList()));
      listener.accept(new EpisodeEvent.Timed(0, 0, (nanoClock.getAsLong() - start) / 1e6, 0, 0));
      Optional<Doubt<Meaning>> doubt = Doubt.of(meanings.all(), settings.confidence());
      if (doubt.isEmpty()) {
        return episode.carryOut(meanings.all());
      }
      Optional<String> answer =
          asked < MOST_QUESTIONS
              ? episode.ask(doubt.get().question(), doubt.get().options())
              : Optional.empty();
      if (answer.isEmpty()) {
        return episode.ended(Outcome.UNANSWERED, doubt.get().question());
      }
      Optional<Meaning> chosen = doubt.get().choice(answer.get());
      if (chosen.isPresent()) {
        return episode.carryOut(List.of(chosen.get()));
      }
      said = said + ". " + answer.get();
    }
  }
}
