package io.souschef.app.view;

import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.text.Shown;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was understood, asked and told, as parts of an episode's page. Stateless. */
final class Conversation {

  /** Least probability of a meaning that is shown beside the likeliest. */
  private static final double WORTH_SHOWING = 0.005;

  private Conversation() {}

  /** The part for an event; empty for events that are shown elsewhere. */
  static Optional<PagePart> part(EpisodeEvent event) {
    if (event instanceof EpisodeEvent.Planned planned && !planned.meanings().isEmpty()) {
      return Optional.of(PagePart.of(meant(planned)));
    }
    if (event instanceof EpisodeEvent.Prompted prompted && prompted.step() == 0) {
      return Optional.of(PagePart.prompt(prompted.prompt()));
    }
    if (event instanceof EpisodeEvent.Drafted drafted) {
      return Optional.of(PagePart.of(draft(drafted)));
    }
    if (event instanceof EpisodeEvent.Judged judged) {
      return Optional.of(
          PagePart.note(
              judged.judgements().stream()
                  .map(Conversation::words)
                  .collect(Collectors.joining("; "))));
    }
    if (event instanceof EpisodeEvent.Ordered ordered) {
      return Optional.of(PagePart.note(words(ordered)));
    }
    if (event instanceof EpisodeEvent.Reached reached) {
      return Optional.of(PagePart.statement(reached.statement()));
    }
    if (event instanceof EpisodeEvent.Told told) {
      return Optional.of(PagePart.note("The robot says: “" + told.words() + "”"));
    }
    if (event instanceof EpisodeEvent.Asked asked) {
      String answer =
          asked.answer().map(words -> "The answer: “" + words + "”").orElse("Nobody answers.");
      return Optional.of(PagePart.note("The robot asks: “" + asked.question() + "” " + answer));
    }
    return Optional.empty();
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

  private static PagePart.Draft draft(EpisodeEvent.Drafted drafted) {
    boolean passed = drafted.mistakes().isEmpty();
    String title =
        (passed ? "✓ " : "✗ ")
            + (drafted.sample() == 0 ? "another program" : "draft " + drafted.sample())
            + (drafted.attempt() == 1 ? "" : ", attempt " + drafted.attempt())
            + (passed ? ", passed the check" : ", did not pass the check");
    return new PagePart.Draft(
        title,
        Optional.of(drafted.because()).filter(words -> !words.isEmpty()),
        drafted.script(),
        drafted.mistakes());
  }

  private static PagePart.Meant meant(EpisodeEvent.Planned planned) {
    EpisodeEvent.Understood best = planned.meanings().get(0);
    return new PagePart.Meant(
        best.script(),
        probability(best),
        planned.meanings().stream()
            .skip(1)
            .filter(other -> other.probability() >= WORTH_SHOWING)
            .limit(3)
            .map(
                other ->
                    new PagePart.Meant(
                        other.script().replace("\n", " "), probability(other), List.of()))
            .toList());
  }

  private static String probability(EpisodeEvent.Understood meaning) {
    return String.format(Locale.ROOT, "%.2f", meaning.probability());
  }
}
