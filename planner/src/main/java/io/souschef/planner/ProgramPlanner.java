package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.belief.Names;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.program.Act;
import io.souschef.planner.program.Branch;
import io.souschef.planner.program.Meanings;
import io.souschef.planner.program.Meanings.Meaning;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Script;
import io.souschef.planner.program.Statement;
import io.souschef.planner.search.WayFinder;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.util.List;
import java.util.Locale;
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
   * @param floor probability below which a meaning is not acted on, in [0, 1]
   * @param rival share of the best meaning's probability from which another is worth a question, in
   *     [0, 1]
   */
  public record Settings(int stepLimit, double floor, double rival) {

    /** What the planner goes by unless told otherwise: chosen by hand, not calibrated. */
    public static Settings standard(int stepLimit) {
      return new Settings(stepLimit, 0.2, 0.8);
    }

    public Settings {
      if (stepLimit < 1 || !(floor >= 0 && floor <= 1) || !(rival >= 0 && rival <= 1)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "The step limit must be at least 1, floor and rival lie in [0, 1], got %d, %s, %s",
                stepLimit,
                floor,
                rival));
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
      Optional<Doubt> doubt = doubt(meanings);
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
      Optional<Meaning> chosen = doubt.get().choice(answer.get(), meanings);
      if (chosen.isPresent()) {
        return episode.carryOut(List.of(chosen.get()));
      }
      said = said + ". " + answer.get();
    }
  }

  /** What must be asked before anything moves; empty when it is clear enough. */
  private Optional<Doubt> doubt(Meanings meanings) {
    Optional<Meaning> best = meanings.best();
    if (best.isEmpty() || best.get().probability() < settings.floor()) {
      return Optional.of(new Doubt("I am not sure what you want. What shall I do?", List.of()));
    }
    Meaning likeliest = best.get();
    Optional<String> question = Replies.question(likeliest.program());
    if (question.isPresent()) {
      return Optional.of(new Doubt(question.get(), List.of()));
    }
    List<Meaning> rivals =
        meanings.all().stream()
            .filter(m -> m.probability() >= settings.rival() * likeliest.probability())
            .filter(ProgramPlanner::moves)
            .toList();
    if (rivals.size() < 2 || !moves(likeliest)) {
      return Optional.empty();
    }
    return Optional.of(
        new Doubt(
            "What do you mean?",
            rivals.stream().map(meaning -> Script.of(meaning.program())).toList()));
  }

  private static boolean moves(Meaning meaning) {
    return meaning.program().statements().stream().anyMatch(ProgramPlanner::moves);
  }

  private static boolean moves(Statement statement) {
    return statement instanceof Act
        || (statement instanceof Branch branch
            && (branch.then().stream().anyMatch(ProgramPlanner::moves)
                || branch.otherwise().stream().anyMatch(ProgramPlanner::moves)));
  }

  /** A question before anything moves. */
  private record Doubt(String question, List<String> options) {

    /** The meaning that was chosen: by its number, its script, or a word that only it has. */
    Optional<Meaning> choice(String answer, Meanings meanings) {
      for (int i = 0; i < options.size(); i++) {
        String option = options.get(i);
        if (answer.strip().equals(Integer.toString(i + 1)) || answer.strip().equals(option)) {
          return meanings.all().stream()
              .filter(meaning -> Script.of(meaning.program()).equals(option))
              .findFirst();
        }
      }
      return Optional.empty();
    }
  }
}
