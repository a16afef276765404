package io.souschef.evaluation.report.page;

import io.souschef.evaluation.report.AttemptTrace;
import io.souschef.evaluation.report.Figures;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.web.page.Html;
import java.nio.file.Path;
import java.util.Locale;

/** The best candidates of each decision, with say, can and their product as bars. */
final class DecisionBars {

  private static final int SHOWN = 4;

  private final Path run;

  DecisionBars(Path run) {
    this.run = run;
  }

  /** One table for an attempt; empty when its trace is not there. */
  String html(String name) {
    StringBuilder rows = new StringBuilder();
    for (EpisodeEvent event : AttemptTrace.read(run, name)) {
      if (event instanceof EpisodeEvent.Decided decided) {
        rows.append(
            String.format(
                Locale.ROOT,
                "<tr><th colspan=\"4\">%d. %s</th></tr>",
                decided.step(),
                Html.escape(decided.decision().chosen().skill().text())));
        decided.decision().candidates().stream()
            .limit(SHOWN)
            .forEach(candidate -> rows.append(row(candidate)));
      }
    }
    return rows.isEmpty()
        ? ""
        : "<table class=\"bars\"><tr><td></td><td>say</td><td>can</td><td>say × can</td></tr>%s</table>"
            .formatted(rows);
  }

  private static String row(Candidate candidate) {
    return "<tr><td>%s</td>%s%s%s</tr>"
        .formatted(
            Html.escape(candidate.skill().text()),
            bar("say", candidate.say()),
            bar("can", candidate.can()),
            bar("both", candidate.combined()));
  }

  private static String bar(String kind, double value) {
    return Figures.format(
        "<td><span class=\"bar %s\"><i style=\"width:%.0f%%\"></i></span>%.2f</td>",
        kind, 100 * value, value);
  }
}
