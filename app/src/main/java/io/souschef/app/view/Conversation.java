package io.souschef.app.view;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.text.Shown;
import io.souschef.web.page.Html;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was understood, asked and told, as parts of an episode's page. Stateless. */
final class Conversation {

  /** Least probability of a meaning that is shown beside the likeliest. */
  private static final double WORTH_SHOWING = 0.005;

  private Conversation() {}

  /** The part for an event; empty for events that are shown elsewhere. */
  static String html(EpisodeEvent event) {
    if (event instanceof EpisodeEvent.Planned planned && !planned.meanings().isEmpty()) {
      return program(planned);
    }
    if (event instanceof EpisodeEvent.Prompted prompted && prompted.step() == 0) {
      return prompt(prompted);
    }
    if (event instanceof EpisodeEvent.Drafted drafted) {
      return draft(drafted);
    }
    if (event instanceof EpisodeEvent.Judged judged) {
      return judged.judgements().stream()
          .map(judgement -> section(Html.escape(words(judgement))))
          .collect(Collectors.joining());
    }
    if (event instanceof EpisodeEvent.Ordered ordered) {
      return section(Html.escape(words(ordered)));
    }
    if (event instanceof EpisodeEvent.Reached reached) {
      return section("▸ <code>" + Html.escape(reached.statement()) + "</code>");
    }
    if (event instanceof EpisodeEvent.Told told) {
      return section("The robot says: “" + Html.escape(told.words()) + "”");
    }
    if (event instanceof EpisodeEvent.Asked asked) {
      return section(
          "The robot asks: “"
              + Html.escape(asked.question())
              + "” "
              + asked
                  .answer()
                  .map(words -> "The answer: “" + Html.escape(words) + "”")
                  .orElse("Nobody answers."));
    }
    return "";
  }

  /** What a language model was given, closed until somebody wants to see it. */
  static String prompt(EpisodeEvent.Prompted prompted) {
    return "<details class=\"facts\"><summary>what the language model was given</summary><pre>%s</pre></details>"
        .formatted(Html.escape(prompted.prompt()));
  }

  /** What a rehearsal came to, in a line. */
  static String words(EpisodeEvent.Judgement judgement) {
    return String.format(
        Locale.ROOT,
        "rehearsed %s: %s, %.0f s, p = %.2f, was %.2f",
        Shown.line(judgement.script().replace("\n", " ")),
        judgement.obstacle().isEmpty()
            ? judgement.supposed().isEmpty()
                ? "nothing in its way"
                : "nothing in its way once found: "
                    + Shown.line(String.join(", ", judgement.supposed()))
            : "in its way: " + Shown.line(judgement.obstacle()),
        judgement.seconds(),
        judgement.after(),
        judgement.before());
  }

  /** Why parts are done in another order than they were said, in a line. */
  static String words(EpisodeEvent.Ordered ordered) {
    return String.format(
        Locale.ROOT,
        "order by looking ahead, %.0f s instead of %.0f s: %s",
        ordered.seconds(),
        ordered.asSaidSeconds(),
        Shown.line(String.join(" ", ordered.statements()).replace("\n", " ")));
  }

  /** A program that a model wrote, closed until somebody wants to see it. */
  private static String draft(EpisodeEvent.Drafted drafted) {
    boolean passed = drafted.mistakes().isEmpty();
    StringBuilder html = new StringBuilder("<details class=\"facts\"><summary>");
    html.append(passed ? "✓ " : "✗ ")
        .append(drafted.sample() == 0 ? "another program" : "draft " + drafted.sample())
        .append(drafted.attempt() == 1 ? "" : ", attempt " + drafted.attempt())
        .append(passed ? ", passed the check" : ", did not pass the check")
        .append("</summary>");
    if (!drafted.because().isEmpty()) {
      html.append("<p>after: ").append(Html.escape(drafted.because())).append("</p>");
    }
    html.append("<pre>").append(Html.escape(drafted.script())).append("</pre>");
    drafted
        .mistakes()
        .forEach(mistake -> html.append("<p>").append(Html.escape(mistake)).append("</p>"));
    return html.append("</details>").toString();
  }

  private static String program(EpisodeEvent.Planned planned) {
    StringBuilder html = new StringBuilder("<section class=\"card\"><h2>What is meant</h2>");
    EpisodeEvent.Understood best = planned.meanings().get(0);
    html.append("<pre>").append(Html.escape(best.script())).append("</pre><p class=\"facts\">");
    html.append(String.format(Locale.ROOT, "probability %.2f", best.probability()));
    planned.meanings().stream()
        .skip(1)
        .filter(other -> other.probability() >= WORTH_SHOWING)
        .limit(3)
        .forEach(
            other ->
                html.append(
                    String.format(
                        Locale.ROOT,
                        " · %.2f <code>%s</code>",
                        other.probability(),
                        Html.escape(other.script().replace("\n", " ")))));
    return html.append("</p></section>").toString();
  }

  private static String section(String content) {
    return "<p class=\"facts\">" + content + "</p>";
  }
}
