package io.souschef.planner;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import io.souschef.planner.program.script.check.CheckedScript;
import io.souschef.planner.program.script.run.Ending;
import io.souschef.planner.program.script.run.Limits;
import io.souschef.planner.program.script.run.ScriptRun;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A checked script that is carried out in an episode.
 *
 * @param source its text
 * @param script the same, checked
 */
record ScriptPlay(String source, CheckedScript script) {

  /** Carries it out; every statement is told before it is done. */
  Ending run(ProgramEpisode episode, Consumer<EpisodeEvent> listener) {
    return new ScriptRun(
            Limits.STANDARD,
            InstantSource.system(),
            at -> listener.accept(new EpisodeEvent.Reached(line(at.line()))))
        .run(script, episode);
  }

  /** A line of the text, from 1. */
  String line(int number) {
    return source.split("\n", -1)[number - 1].strip();
  }

  /** Where it ended and why: {@code line 2, bring("tea");: There is no tea}. */
  String failure(Ending ending) {
    return ending.at().map(at -> "line %s, %s: ".formatted(at.line(), line(at.line()))).orElse("")
        + ending.message();
  }

  static Outcome outcome(Ending ending) {
    return switch (ending.kind()) {
      case DONE, STOPPED -> Outcome.DONE;
      case FAILED -> Outcome.GIVEN_UP;
      case REFUSED -> Outcome.REFUSED;
      case LIMIT -> Outcome.STEP_LIMIT;
    };
  }

  static String words(Ending ending) {
    return Optional.of(ending.message())
            .filter(words -> !words.isBlank())
            .orElse("The program is done")
        + ending
            .at()
            .map(at -> " (%s)".formatted(at.toString().toLowerCase(Locale.ROOT)))
            .orElse("");
  }
}
