package io.souschef.app.view;

import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.execution.SkillResult;
import io.souschef.web.page.Html;
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

  private static final String STYLE =
      """
      :root{--ink:#1c2430;--soft:#545d6e;--line:#e4e7ec;--card:#fff;--page:#f5f6f8;--say:#4c78d8;--can:#c4472b;--both:#2a7a50}
      *{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
      main{max-width:1080px;margin:0 auto;padding:28px 20px 60px}h1{font-size:26px;line-height:1.25;margin:0 0 8px}
      .facts{color:var(--soft);margin:0 0 20px}.outcome{display:inline-block;padding:3px 12px;border-radius:99px;color:#fff;background:var(--both)}
      .outcome.bad{background:var(--can)}.strip{display:flex;gap:10px;overflow-x:auto;padding:6px 0 16px}
      .strip figure{flex:0 0 210px;margin:0}.strip img{width:100%;border-radius:8px;border:1px solid var(--line);display:block}
      figcaption{font-size:12px;color:var(--soft);margin-top:4px}.step{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:18px 20px;margin:16px 0}
      .step h2{font-size:17px;margin:0 0 12px}.step h2 b{color:var(--soft);font-weight:500;margin-right:8px}
      .body{display:grid;grid-template-columns:minmax(200px,340px) minmax(0,1fr);gap:22px}.body.one{grid-template-columns:minmax(160px,240px) minmax(0,1fr)}.body>div{min-width:0}.scroll{overflow-x:auto}h1,h2,li,.feedback,.facts{overflow-wrap:anywhere}.body img{width:100%;border-radius:8px;border:1px solid var(--line)}
      table{border-collapse:collapse;width:100%;font-size:14px}th{font-weight:500;color:var(--soft);text-align:left;padding:0 8px 4px}
      td{padding:3px 8px;white-space:nowrap}td:first-child{white-space:normal}tr.chosen td:first-child{font-weight:650}tr.chosen{background:#f0f7f3}
      .bar{display:inline-block;width:76px;height:11px;background:#eef0f3;border-radius:3px;vertical-align:middle;margin-right:6px;overflow:hidden}
      .bar i{display:block;height:100%}.say i{background:var(--say)}.can i{background:var(--can)}.both i{background:var(--both)}
      .number{font-variant-numeric:tabular-nums;font-size:12px;color:var(--soft)}.feedback{margin:12px 0 0}.ok{color:var(--both)}.no{color:var(--can)}
      pre{margin:0 0 10px;white-space:pre-wrap;overflow-wrap:anywhere;font-size:15px}
      .times{font-size:12px;color:var(--soft);margin:4px 0 0}ul{padding-left:20px}@media(max-width:760px){.body,.body.one{grid-template-columns:minmax(0,1fr)}.bar{width:34px}td,th{padding-left:4px;padding-right:4px}.step{padding:14px 12px}main{padding:20px 10px 40px}}:focus-visible{outline:2px solid var(--say)}
      """;

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
    page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>")
        .append(Html.escape(started.instruction()))
        .append(
            "</title><meta name=\"viewport\""
                + " content=\"width=device-width,initial-scale=1\"><style>")
        .append(STYLE)
        .append("</style><main><h1>“")
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
    page.append(
        "<div class=\"strip\" tabindex=\"0\" role=\"region\" aria-label=\"pictures, first to"
            + " last\">");
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
      page.append("<section class=\"step\"><h2>In the end</h2><ul>");
      closing.forEach(line -> page.append("<li>").append(Html.escape(line)).append("</li>"));
      page.append("</ul></section>");
    }
    return page.append("</main></html>\n").toString();
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
    StringBuilder card = new StringBuilder("<section class=\"step\"><h2><b>");
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
            + " aria-label=\"candidates\"><table><tr><th>%s</th><th>say</th><th>can</th><th>say ×"
            + " can</th></tr>%s</table></div>%s",
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
            bar("both", candidate.combined()));
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
