package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.belief.Surroundings;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.Replies;
import io.souschef.planner.dialogue.Understanding;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeListener;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.draft.Attempt;
import io.souschef.planner.program.draft.Draft;
import io.souschef.planner.program.draft.Draftsman;
import io.souschef.planner.program.draft.History;
import io.souschef.planner.program.draft.Possible;
import io.souschef.planner.program.meaning.Meanings.Meaning;
import io.souschef.planner.program.script.run.Ending;
import io.souschef.planner.program.script.syntax.Problem;
import io.souschef.planner.rehearsal.Judging;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Plans by scripts that any model writes which can write: several are drawn and checked, the one
 * that most agree on is carried out, what is unclear is asked, and what fails goes back to the
 * model with the world as it is. Owns neither model nor robot. Used by one thread at a time.
 */
public final class DraftPlanner implements EpisodePlanner {

  private final Writer writer;
  private final EpisodeParts parts;
  private final ProgramPlanner.Settings settings;
  private final Rehearsal rehearsal;

  /**
   * Who writes.
   *
   * @param name of the model, for traces and reports
   * @param generator lets it write
   * @param settings how it writes
   */
  public record Writer(String name, TextGenerator generator, Draftsman.Settings settings) {}

  /**
   * Wires a planner.
   *
   * @param nanoClock monotonic wall clock in nanoseconds; only times of events depend on it
   */
  public DraftPlanner(
      SkillLibrary library,
      Writer writer,
      AffordanceFunction can,
      User user,
      ProgramPlanner.Settings settings,
      LongSupplier nanoClock) {
    this.writer = writer;
    this.parts = new EpisodeParts(library, can, user, settings.asking(), nanoClock);
    this.settings = settings;
    this.rehearsal = new Rehearsal(library);
  }

  @Override
  public EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> events) {
    History history = new History();
    EpisodeListener listener =
        parts.begin(
            instruction, writer.name(), settings.stepLimit(), about, history.andThen(events));
    return parts.play(
        robot,
        settings.stepLimit(),
        listener,
        episode -> {
          Draftsman draftsman =
              new Draftsman(
                  writer.generator(),
                  parts.library(),
                  robot.vocabulary(),
                  writer.settings(),
                  new Told(listener));
          Play play = new Play(draftsman, episode, history, listener);
          return new Understanding<Possible>(
                  said -> play.judged(draftsman.understand(said, enough(settings.asking())), robot),
                  play::carryOut,
                  settings.asking())
              .of(instruction.text(), episode::ask, parts.nanoClock(), listener);
        });
  }

  /** How sure it must be of a meaning to draw no more programs. */
  private static double enough(Asking asking) {
    if (asking instanceof Asking.WhenUnsure unsure) {
      return unsure.confidence();
    }
    return asking instanceof Asking.ForTarget ? 1 : Asking.CONFIDENCE;
  }

  /** Tells of attempts, and of a prompt once, however many texts are drawn for it. */
  private static final class Told implements Consumer<Attempt> {
    private final Consumer<EpisodeEvent> listener;
    private String asked = "";

    Told(Consumer<EpisodeEvent> listener) {
      this.listener = listener;
    }

    @Override
    public void accept(Attempt attempt) {
      if (!attempt.asked().equals(asked)) {
        asked = attempt.asked();
        listener.accept(new EpisodeEvent.Prompted(0, asked));
      }
      listener.accept(
          new EpisodeEvent.Drafted(
              attempt.sample(),
              attempt.number(),
              attempt.because(),
              attempt.source(),
              attempt.held().name(),
              attempt.problems().stream().map(Problem::toString).toList()));
    }
  }

  /** One episode. */
  private final class Play {
    private final Draftsman draftsman;
    private final ProgramEpisode episode;
    private final History history;
    private final Consumer<EpisodeEvent> listener;

    Play(
        Draftsman draftsman,
        ProgramEpisode episode,
        History history,
        Consumer<EpisodeEvent> listener) {
      this.draftsman = draftsman;
      this.episode = episode;
      this.history = history;
      this.listener = listener;
    }

    /** What may be meant, in the order in which it counts once it was rehearsed. */
    List<Possible> judged(List<Possible> all, Robot robot) {
      return settings
          .ranking()
          .map(
              ranking ->
                  new Judging<Possible>(
                          ranking,
                          one ->
                              rehearsal.of(
                                  one.plain(),
                                  episode.belief(),
                                  robot.guard(),
                                  thought -> rehearsed(one, thought)),
                          listener)
                      .of(all).stream()
                          .map(one -> new Possible(one.meaning().draft(), one.probability()))
                          .toList())
          .orElse(all);
    }

    private static EpisodeEvent.Ended rehearsed(Possible one, ProgramEpisode thought) {
      Ending ending =
          new ScriptPlay(one.draft().source(), one.draft().script()).run(thought, event -> {});
      return thought.ended(ScriptPlay.outcome(ending), ScriptPlay.words(ending));
    }

    EpisodeEvent.Ended carryOut(String said, Possible chosen) {
      Optional<Program> refusing =
          chosen.plain().filter(program -> Replies.refusal(program).isPresent());
      if (refusing.isPresent()) {
        return episode.carryOut(
            new Meaning(refusing.get(), List.of(), chosen.probability()), false);
      }
      episode.goBy(chosen.probability());
      Draft draft = chosen.draft();
      Ending best = play(draft);
      Ending last = best;
      for (int mend = 0; mend < writer.settings().mends(); mend++) {
        if (last.kind() != Ending.Kind.FAILED) {
          break;
        }
        String failure = new ScriptPlay(draft.source(), draft.script()).failure(last);
        String world = history.words() + "\n" + Surroundings.words(episode.belief());
        Optional<Draft> another = draftsman.another(said, draft, failure, world);
        if (another.isEmpty()) {
          break;
        }
        draft = another.get();
        last = play(draft);
        // Who only talks about a failure has not mended it.
        boolean acts = new Possible(draft, 1).acts();
        if (acts && isBetter(last, best)) {
          best = last;
        }
      }
      return episode.ended(ScriptPlay.outcome(best), ScriptPlay.words(best));
    }

    private Ending play(Draft draft) {
      return new ScriptPlay(draft.source(), draft.script()).run(episode, listener);
    }

    private static boolean isBetter(Ending one, Ending other) {
      return one.kind() == Ending.Kind.DONE
          || (one.kind() == Ending.Kind.FAILED && one.failures() < other.failures());
    }
  }
}
