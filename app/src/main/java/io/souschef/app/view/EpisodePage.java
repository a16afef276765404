package io.souschef.app.view;

import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.execution.SkillResult;
import io.souschef.web.page.Html;
import io.souschef.web.page.PageStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An episode as one self-contained HTML page: filmstrip, the bars of every decision as in the
 * paper's figures, feedback and timings. Stateless.
 */
public final class EpisodePage {

  private static final int SHOWN = 8;

  private static final String LEGEND =
      "<p class=\"times\"><b>say</b>: how likely the language model finds what is done ·"
          + " <b>can</b>: how likely the robot manages it now · <b>say × can</b>: both</p>";

  /**
   * Renders a page.
   *
   * @param events the episode's events, in order
   * @param frames its pictures, in order
   * @param closing sentences for the end of the page: what stands where now, which goal holds
   */
  public String render(List<EpisodeEvent> events, List<Frame> frames, List<String> closing) {
    EpisodeEvent.Started started = first(events, EpisodeEvent.Started.class);
    StringBuilder page = new StringBuilder();
    page.append(PageStyle.head(Html.escape(started.instruction()) + " · Souschef"))
        .append("<header><b>Souschef</b></header><main><h1>“")
        .append(Html.escape(started.instruction()))
        .append("”</h1>");
    events.stream()
        .filter(EpisodeEvent.Ended.class::isInstance)
        .map(EpisodeEvent.Ended.class::cast)
        .forEach(ended -> page.append(outcome(ended)));
    page.append("<p class=\"facts\">").append(Html.escape(facts(started))).append("</p>");
    if (events.stream().anyMatch(EpisodeEvent.Decided.class::isInstance)) {
      page.append(LEGEND);
    }
    page.append("<div class=\"strip\">");
    frames.forEach(
        frame ->
            page.append("<figure>")
                .append(Html.image(frame.pngBase64(), frame.caption()))
                .append("<figcaption>")
                .append(Html.escape(frame.caption()))
                .append("</figcaption></figure>"));
    page.append("</div>");
    for (EpisodeEvent event : events) {
      if (event instanceof EpisodeEvent.Decided decided) {
        page.append(step(decided, events, frames));
      } else {
        page.append(Conversation.html(event));
      }
    }
    if (!closing.isEmpty()) {
      page.append("<section class=\"card\"><h2>In the end</h2><ul>");
      closing.forEach(line -> page.append("<li>").append(Html.escape(line)).append("</li>"));
      page.append("</ul></section>");
    }
    return page.append("</main></body></html>\n").toString();
  }

  private static String outcome(EpisodeEvent.Ended ended) {
    boolean good = ended.outcome() == EpisodeEvent.Outcome.DONE;
    // A mark beside the colour, for those who do not see the colour.
    return "<p><span class=\"outcome%s\">%s %s</span></p>"
        .formatted(good ? "" : " bad", good ? "✓" : "✗", Html.escape(ended.message()));
  }

  private static String facts(EpisodeEvent.Started started) {
    String settings =
        started.settings().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(" · "));
    return "say %s · can %s · prompt %s · %s"
        .formatted(
            started.say(),
            started.can(),
            started.style().name().toLowerCase(Locale.ROOT),
            settings);
  }

  private static String step(
      EpisodeEvent.Decided decided, List<EpisodeEvent> events, List<Frame> frames) {
    StringBuilder card = new StringBuilder("<section class=\"card\"><h2><b>");
    card.append(decided.step())
        .append("</b>")
        .append(Html.escape(decided.decision().chosen().skill().text()))
        .append("</h2><div class=\"body")
        .append(decided.decision().skills() == 1 ? " one" : "")
        .append("\"><div>");
    frames.stream()
        .filter(frame -> frame.step() == decided.step())
        .reduce((earlier, later) -> later)
        .ifPresent(frame -> card.append(Html.image(frame.pngBase64(), frame.caption())));
    card.append("</div><div>").append(bars(decided));
    for (EpisodeEvent event : events) {
      if (event instanceof EpisodeEvent.SkillEnded ended && ended.step() == decided.step()) {
        card.append(feedback(ended.result()));
      } else if (event instanceof EpisodeEvent.Timed timed && timed.step() == decided.step()) {
        card.append(times(timed));
      } else if (event instanceof EpisodeEvent.ThoughtAhead ahead
          && ahead.step() == decided.step()) {
        card.append(thought(ahead));
      } else if (event instanceof EpisodeEvent.Prompted prompted
          && prompted.step() == decided.step()) {
        card.append(Conversation.prompt(prompted));
      }
    }
    return card.append("</div></div></section>").toString();
  }

  private static String bars(EpisodeEvent.Decided decided) {
    List<Candidate> candidates = decided.decision().candidates();
    String rows =
        candidates.stream()
            .limit(SHOWN)
            .map(c -> row(c, c.equals(decided.decision().chosen())))
            .collect(Collectors.joining());
    int skills = decided.decision().skills();
    String unscored =
        candidates.size() == skills
            ? ""
            : String.format(
                Locale.ROOT,
                "<p class=\"times\">%d scored; the others cannot win, so that their say was not"
                    + " computed</p>",
                candidates.size());
    return String.format(
        Locale.ROOT,
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\""
            + " aria-label=\"candidates\"><table><thead><tr><th>%s</th><th>say</th><th>can</th><th>say"
            + " × can</th></tr></thead><tbody>%s</tbody></table></div>%s",
        skills == 1 ? "next on the way" : String.format(Locale.ROOT, "best of %d skills", skills),
        rows,
        unscored);
  }

  private static String row(Candidate candidate, boolean chosen) {
    return "<tr%s><td>%s</td>%s%s%s</tr>"
        .formatted(
            chosen ? " class=\"chosen\"" : "",
            (chosen ? "▶ " : "") + Html.escape(candidate.skill().text()),
            bar("say", candidate.say()),
            bar("can", candidate.can()),
            bar("combined", candidate.combined()));
  }

  private static String bar(String kind, double value) {
    return String.format(
        Locale.ROOT,
        "<td><span class=\"bar %s\"><i style=\"width:%.1f%%\"></i></span><span"
            + " class=\"number\">%.2f</span></td>",
        kind,
        100 * value,
        value);
  }

  private static String feedback(SkillResult result) {
    return "<p class=\"feedback %s\">%s %s</p>"
        .formatted(
            result.succeeded() ? "ok" : "no",
            result.succeeded() ? "✓" : "✗",
            Html.escape(result.message()));
  }

  private static String times(EpisodeEvent.Timed timed) {
    String parts =
        Stream.of(
                took("perceiving", timed.observeMs()),
                took("say", timed.sayMs()),
                took("can", timed.canMs()),
                took("execution", timed.executeMs()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · "));
    return parts.isEmpty() ? "" : "<p class=\"times\">computing: " + parts + "</p>";
  }

  private static String thought(EpisodeEvent.ThoughtAhead ahead) {
    return "<p class=\"times\">%s</p>"
        .formatted(
            ahead.used()
                ? "decided while the robot was moving"
                : "decided anew: " + Html.escape(ahead.because()));
  }

  /** What took no time that can be read is left out. */
  private static Optional<String> took(String what, double ms) {
    return ms < 0.5
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%s %.0f ms", what, ms));
  }

  private static <T extends EpisodeEvent> T first(List<EpisodeEvent> events, Class<T> type) {
    return events.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("The episode has no event " + type.getSimpleName()));
  }
}
