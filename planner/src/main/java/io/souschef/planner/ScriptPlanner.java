package io.souschef.planner;

import io.souschef.planner.affordance.AffordanceFunction;
import io.souschef.planner.dialogue.Asking;
import io.souschef.planner.dialogue.User;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeListener;
import io.souschef.planner.program.script.ScriptReader;
import io.souschef.planner.program.script.check.CheckedScript;
import io.souschef.planner.program.script.run.Ending;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.failure.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Carries out a script that a person wrote instead of what a language model makes of an
 * instruction. Used by one thread at a time.
 */
public final class ScriptPlanner implements EpisodePlanner {

  private final String source;
  private final EpisodeParts parts;
  private final int stepLimit;

  /**
   * Wires a planner.
   *
   * @param source the script's text
   * @param stepLimit skills executed at most
   * @param nanoClock monotonic wall clock in nanoseconds; only times of events depend on it
   */
  public ScriptPlanner(
      String source,
      SkillLibrary library,
      AffordanceFunction can,
      User user,
      int stepLimit,
      LongSupplier nanoClock) {
    this.source = source;
    this.parts = new EpisodeParts(library, can, user, Asking.usual(), nanoClock);
    this.stepLimit = stepLimit;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidInputException naming every mistake of the script; nothing has moved then
   */
  @Override
  public EpisodeEvent.Ended run(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> events) {
    ScriptReader.Reading read = ScriptReader.of(parts.library(), robot.vocabulary()).read(source);
    CheckedScript script =
        read.script()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "The program has mistakes: " + read.report().replace("\n", "; ")));
    EpisodeListener listener =
        parts.begin(instruction, "a person's program", stepLimit, about, events);
    listener.accept(
        new EpisodeEvent.Planned(List.of(new EpisodeEvent.Understood(source.strip(), "", 1))));
    return parts.play(robot, stepLimit, listener, episode -> carryOut(script, episode, listener));
  }

  private EpisodeEvent.Ended carryOut(
      CheckedScript script, ProgramEpisode episode, Consumer<EpisodeEvent> listener) {
    Ending ending = new ScriptPlay(source, script).run(episode, listener);
    return episode.ended(ScriptPlay.outcome(ending), ScriptPlay.words(ending));
  }
}
