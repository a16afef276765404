package io.souschef.app.view;

import io.souschef.planner.decision.Candidate;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step on an episode's page: the values of {@code step.mustache}.
 *
 * @param number from 1
 * @param skill what was decided
 * @param only whether there was nothing to choose from
 * @param frame its last picture
 * @param heading over the candidates
 * @param rows the best of them
 * @param unscored how many were not scored, in a sentence
 * @param happened what came afterwards, in order
 */
record StepPart(
    int number,
    String skill,
    boolean only,
    Optional<Frame> frame,
    String heading,
    List<Row> rows,
    Optional<String> unscored,
    List<Happened> happened) {

  private static final int SHOWN = 8;

  /** A candidate. */
  record Row(boolean chosen, String skill, List<Bar> bars) {}

  /** A figure with its bar: kind "say", percent "61.0", value "0.61". */
  record Bar(String kind, String percent, String value) {

    static Bar of(String kind, double value) {
      return new Bar(
          kind,
          String.format(Locale.ROOT, "%.1f", 100 * value),
          String.format(Locale.ROOT, "%.2f", value));
    }
  }

  /** Exactly one of these. */
  record Happened(Optional<Feedback> feedback, Optional<String> times, Optional<String> prompt) {}

  /** A skill's result. */
  record Feedback(String kind, String mark, String message) {

    static Feedback of(SkillResult result) {
      return result.succeeded()
          ? new Feedback("ok", "✓", result.message())
          : new Feedback("no", "✗", result.message());
    }
  }

  static StepPart of(EpisodeEvent.Decided decided, List<EpisodeEvent> events, List<Frame> frames) {
    List<Candidate> candidates = decided.decision().candidates();
    int skills = decided.decision().skills();
    return new StepPart(
        decided.step(),
        decided.decision().chosen().skill().text(),
        skills == 1,
        frames.stream()
            .filter(frame -> frame.step() == decided.step())
            .reduce((earlier, later) -> later),
        skills == 1 ? "next on the way" : String.format(Locale.ROOT, "best of %d skills", skills),
        candidates.stream()
            .limit(SHOWN)
            .map(c -> row(c, c.equals(decided.decision().chosen())))
            .toList(),
        candidates.size() == skills
            ? Optional.empty()
            : Optional.of(
                String.format(
                    Locale.ROOT,
                    "%d scored; the others cannot win, so that their say was not computed",
                    candidates.size())),
        happened(decided.step(), events));
  }

  private static Row row(Candidate candidate, boolean chosen) {
    return new Row(
        chosen,
        candidate.skill().text(),
        List.of(
            Bar.of("say", candidate.say()),
            Bar.of("can", candidate.can()),
            Bar.of("combined", candidate.combined())));
  }

  private static List<Happened> happened(int step, List<EpisodeEvent> events) {
    List<Happened> happened = new ArrayList<>();
    for (EpisodeEvent event : events) {
      if (event instanceof EpisodeEvent.SkillEnded ended && ended.step() == step) {
        happened.add(
            new Happened(
                Optional.of(Feedback.of(ended.result())), Optional.empty(), Optional.empty()));
      } else if (event instanceof EpisodeEvent.Timed timed && timed.step() == step) {
        times(timed).ifPresent(words -> happened.add(small(words)));
      } else if (event instanceof EpisodeEvent.ThoughtAhead ahead && ahead.step() == step) {
        happened.add(
            small(
                ahead.used()
                    ? "decided while the robot was moving"
                    : "decided anew: " + ahead.because()));
      } else if (event instanceof EpisodeEvent.Prompted prompted && prompted.step() == step) {
        happened.add(
            new Happened(Optional.empty(), Optional.empty(), Optional.of(prompted.prompt())));
      }
    }
    return happened;
  }

  private static Happened small(String words) {
    return new Happened(Optional.empty(), Optional.of(words), Optional.empty());
  }

  private static Optional<String> times(EpisodeEvent.Timed timed) {
    String parts =
        Stream.of(
                took("perceiving", timed.observeMs()),
                took("say", timed.sayMs()),
                took("can", timed.canMs()),
                took("execution", timed.executeMs()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · "));
    return parts.isEmpty() ? Optional.empty() : Optional.of("computing: " + parts);
  }

  /** What took no time that can be read is left out. */
  private static Optional<String> took(String what, double ms) {
    return ms < 0.5
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "%s %.0f ms", what, ms));
  }
}
