package io.souschef.evaluation.report.page;

import io.souschef.evaluation.report.AttemptTrace;
import io.souschef.evaluation.report.Figures;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import java.nio.file.Path;
import java.util.List;

/** The best candidates of each decision, with say, can and their product as bars. */
final class DecisionBars {

  private static final int SHOWN = 4;

  /** A decision, its step from 1. */
  record Decision(int step, String chosen, List<Row> candidates) {}

  /** A candidate. */
  record Row(String skill, List<Bar> bars) {

    static Row of(Candidate candidate) {
      return new Row(
          candidate.skill().text(),
          List.of(
              Bar.of("say", candidate.say()),
              Bar.of("can", candidate.can()),
              Bar.of("both", candidate.combined())));
    }
  }

  /** A figure with its bar: percent "61", value "0.61". */
  record Bar(String kind, String percent, String value) {

    static Bar of(String kind, double value) {
      return new Bar(kind, Figures.format("%.0f", 100 * value), Figures.format("%.2f", value));
    }
  }

  private final Path run;

  DecisionBars(Path run) {
    this.run = run;
  }

  /** Those of an attempt, in order; none when its trace is not there. */
  List<Decision> of(String name) {
    return AttemptTrace.read(run, name).stream()
        .filter(EpisodeEvent.Decided.class::isInstance)
        .map(EpisodeEvent.Decided.class::cast)
        .map(
            decided ->
                new Decision(
                    decided.step(),
                    decided.decision().chosen().skill().text(),
                    decided.decision().candidates().stream().limit(SHOWN).map(Row::of).toList()))
        .toList();
  }
}
