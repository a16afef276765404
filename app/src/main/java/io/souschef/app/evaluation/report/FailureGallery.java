package io.souschef.app.evaluation.report;

import io.souschef.app.evaluation.run.Attempt;
import io.souschef.app.evaluation.run.EpisodeRecord;
import io.souschef.app.view.Html;
import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Every failed attempt: what was asked, what was done and why, how it looked in the end. */
final class FailureGallery {

  private static final int SHOWN = 4;

  private final Path folder;

  FailureGallery(Path folder) {
    this.folder = folder;
  }

  String html(List<EpisodeRecord> episodes) {
    StringBuilder html = new StringBuilder();
    for (EpisodeRecord episode : episodes) {
      append(html, episode, "plan", episode.plan());
      append(html, episode, "execution", episode.execution());
    }
    return html.isEmpty() ? "<p>None.</p>" : html.toString();
  }

  private void append(
      StringBuilder html, EpisodeRecord episode, String kind, Optional<Attempt> attempt) {
    if (attempt.isEmpty() || attempt.get().isSuccess()) {
      return;
    }
    String file = episode.key().fileName() + "-" + kind;
    html.append("<details><summary><b>")
        .append(Html.escape(episode.key().task()))
        .append("</b> “")
        .append(Html.escape(episode.instruction()))
        .append("” <span class=\"why\">")
        .append(Html.escape(kind + ": " + why(attempt.get())))
        .append("</span></summary><p class=\"facts\">")
        .append(Html.escape(episode.key().toString()))
        .append("</p>")
        .append(picture(file))
        .append(steps(file, attempt.get()))
        .append("</details>");
  }

  private static String why(Attempt attempt) {
    return switch (attempt.outcome()) {
      case DONE -> "done was chosen, the goal does not hold";
      case STEP_LIMIT ->
          attempt.goal() ? "the goal holds, done was never chosen" : "done was never chosen";
      case CANCELED -> "canceled";
      case ERROR -> attempt.message();
    };
  }

  private String picture(String name) {
    Path file = folder.resolve("pictures").resolve(name + ".png");
    try {
      return Files.exists(file)
          ? Html.image(
              Base64.getEncoder().encodeToString(Files.readAllBytes(file)),
              "the kitchen in the end")
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException("'%s' cannot be read".formatted(file), e);
    }
  }

  private String steps(String name, Attempt attempt) {
    List<EpisodeEvent> events = trace(name);
    StringBuilder html = new StringBuilder("<ol>");
    for (EpisodeEvent event : events) {
      if (event instanceof EpisodeEvent.Decided decided) {
        int step = decided.step();
        String result =
            step <= attempt.steps().size() ? attempt.steps().get(step - 1).result() : "";
        html.append("<li><b>")
            .append(Html.escape(decided.decision().chosen().skill().text()))
            .append("</b> <span class=\"why\">")
            .append(Html.escape(result))
            .append("</span>")
            .append(bars(decided.decision().candidates()))
            .append("</li>");
      }
    }
    return html.append("</ol>").toString();
  }

  private static String bars(List<Candidate> candidates) {
    return candidates.stream()
        .limit(SHOWN)
        .map(
            c ->
                "<tr><td>%s</td>%s%s%s</tr>"
                    .formatted(
                        Html.escape(c.skill().text()),
                        bar("say", c.say()),
                        bar("can", c.can()),
                        bar("both", c.combined())))
        .collect(
            Collectors.joining(
                "",
                "<table class=\"bars\"><tr><td></td><td>say</td><td>can</td><td>say ×"
                    + " can</td></tr>",
                "</table>"));
  }

  private static String bar(String kind, double value) {
    return Figures.format(
        "<td><span class=\"bar %s\"><i style=\"width:%.0f%%\"></i></span>%.2f</td>",
        kind, 100 * value, value);
  }

  private List<EpisodeEvent> trace(String name) {
    Path file = folder.resolve("traces").resolve(name + ".jsonl.gz");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return Trace.read(file.toString(), reader);
    } catch (IOException e) {
      throw new UncheckedIOException("'%s' cannot be read".formatted(file), e);
    }
  }
}
