package io.souschef.training.language;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.ProgramWriter;
import io.souschef.planner.program.Shorthand;
import io.souschef.planner.program.meaning.Meanings;
import io.souschef.planner.program.meaning.Meant;
import io.souschef.skills.world.Vocabulary;
import io.souschef.training.language.corpus.wording.Meaning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How sure a language model must be of what is meant before a robot goes ahead: found on held-out
 * phrasing, and on nothing that an evaluation reports.
 *
 * @param requests one for each held-out request
 */
public record Confidence(List<Request> requests) {

  private static final int BINS = 10;

  public Confidence {
    requests = List.copyOf(requests);
  }

  /**
   * A held-out request.
   *
   * @param readings what it may mean, likeliest first; none where the model wrote nothing
   * @param meant the certainty of what was meant, 0 where the model did not think of it
   * @param shares the certainty of each meaning, likeliest first; those that move nothing are one
   */
  public record Request(List<Reading> readings, double meant, List<Double> shares) {

    public Request {
      readings = List.copyOf(readings);
      shares = List.copyOf(shares);
    }

    /** Whether to carry out the likeliest meaning would be right. */
    public boolean right() {
      return !readings.isEmpty() && readings.get(0).right();
    }

    /** How sure the likeliest meaning is, in [0, 1]. */
    public double certainty() {
      return readings.isEmpty() ? 0 : readings.get(0).certainty();
    }

    /** The likeliest meaning that is sure enough; empty where a person is asked. */
    Optional<Reading> chosen(double confidence) {
      return readings.stream().filter(one -> one.certainty() >= confidence).findFirst();
    }
  }

  /**
   * One thing that a request may mean.
   *
   * @param certainty how sure it is that to carry it out is right, in [0, 1]
   * @param right whether it is
   */
  public record Reading(double certainty, boolean right) {}

  /** Lets a model read held-out requests, with a robot's words. */
  public static Confidence of(List<Meaning> heldOut, ProgramWriter writer, Vocabulary vocabulary) {
    Names names = new Names(vocabulary);
    List<Request> requests = new ArrayList<>();
    for (Meaning said : heldOut) {
      Meanings read = Meanings.of(writer.write(said.instruction(), vocabulary), names);
      Program meant = Shorthand.parse(said.lines());
      List<Meanings.Meaning> all = read.all();
      List<Meanings.Meaning> same =
          all.stream().filter(one -> isSame(one.program(), meant, names)).toList();
      requests.add(
          new Request(
              all.stream()
                  .map(
                      one ->
                          new Reading(
                              Meant.certaintyOf(one, all), isRight(one.program(), meant, names)))
                  .toList(),
              Meant.certainty(same, all),
              shares(all)));
    }
    return new Confidence(requests);
  }

  private static List<Double> shares(List<Meanings.Meaning> all) {
    List<Meanings.Meaning> still = all.stream().filter(one -> !one.acts()).toList();
    List<Double> shares = new ArrayList<>();
    all.stream()
        .filter(Meanings.Meaning::acts)
        .forEach(one -> shares.add(Meant.certainty(List.of(one), all)));
    if (!still.isEmpty()) {
      shares.add(Meant.certainty(still, all));
    }
    shares.sort(Comparator.reverseOrder());
    return shares;
  }

  /** Between programs that move nothing little is at stake: any will do where one is meant. */
  private static boolean isRight(Program done, Program meant, Names names) {
    return Meanings.fits(done, meant, names) || !(done.acts() || meant.acts());
  }

  private static boolean isSame(Program one, Program meant, Names names) {
    return Meanings.areSame(one, meant, names) || !(one.acts() || meant.acts());
  }

  /**
   * The highest twentieth at which at most so many requests are asked about though they were
   * understood.
   *
   * @param overAsk share of all requests, in [0, 1]
   */
  public double threshold(double overAsk) {
    double best = 0;
    for (int twentieth = 1; twentieth <= 20; twentieth++) {
      double confidence = twentieth / 20.0;
      if (overAsk(confidence) <= overAsk) {
        best = confidence;
      }
    }
    return best;
  }

  /** Share of requests that would be asked about though they were understood. */
  public double overAsk(double confidence) {
    return share(request -> request.right() && request.chosen(confidence).isEmpty());
  }

  /** Share of requests that would be acted on though they were misunderstood. */
  public double overStep(double confidence) {
    return share(
        request -> request.chosen(confidence).filter(chosen -> !chosen.right()).isPresent());
  }

  private double share(Predicate<Request> wanted) {
    return requests.isEmpty()
        ? 0
        : (double) requests.stream().filter(wanted).count() / requests.size();
  }

  /** A table of how often the model was right by how sure it was, and what each threshold costs. */
  public String markdown() {
    StringBuilder table =
        new StringBuilder(
            """
            Held-out phrasing, read with the words of the default kitchen. Right: to carry out the likeliest meaning would do what was meant, or neither moves anything. \
            Over-ask: asked about though understood; over-step: acted on though misunderstood; both of all requests, with this threshold.

            | sure | requests | right | threshold | over-ask | over-step |
            |---|---:|---:|---:|---:|---:|
            """);
    for (int bin = 0; bin < BINS; bin++) {
      double from = (double) bin / BINS;
      double to = bin == BINS - 1 ? Double.MAX_VALUE : (bin + 1.0) / BINS;
      List<Request> in =
          requests.stream().filter(r -> r.certainty() >= from && r.certainty() < to).toList();
      table.append(
          String.format(
              Locale.ROOT,
              "| %.1f to %.1f | %d | %s | %.1f | %.1f%% | %.1f%% |%n",
              from,
              (bin + 1.0) / BINS,
              in.size(),
              in.isEmpty()
                  ? "-"
                  : String.format(
                      Locale.ROOT,
                      "%.0f%%",
                      100.0 * in.stream().filter(Request::right).count() / in.size()),
              from,
              100 * overAsk(from),
              100 * overStep(from)));
    }
    return table.toString();
  }
}
