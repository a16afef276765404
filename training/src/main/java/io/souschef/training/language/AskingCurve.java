package io.souschef.training.language;

import io.souschef.models.AskingCalibration;
import io.souschef.training.language.Confidence.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What asking by conformal prediction costs and brings, target by target: calibrated on every
 * second of the held-out requests, counted on the others. A person who is asked is taken to choose
 * what was meant where it is in the set. Immutable.
 *
 * @param points one for each target, rising
 */
public record AskingCurve(List<Point> points) {

  private static final int LOWEST = 10;
  private static final int HIGHEST = 19;
  private static final double TWENTIETH = 20;

  /**
   * Shares of all requests at one target, in [0, 1].
   *
   * @param target how often what is meant shall be in the set
   * @param covered how often it is
   * @param success it is done at once, or in the set that is asked about
   * @param help a person is asked
   * @param overAsk asked though the likeliest meaning was right
   * @param overStep gone ahead though it was not
   */
  public record Point(
      double target,
      double covered,
      double success,
      double help,
      double overAsk,
      double overStep) {}

  public AskingCurve {
    points = List.copyOf(points);
  }

  /** The curve of what was read. */
  public static AskingCurve of(Confidence confidence) {
    List<Double> calibration = new ArrayList<>();
    List<Request> counted = new ArrayList<>();
    for (int i = 0; i < confidence.requests().size(); i++) {
      Request request = confidence.requests().get(i);
      if (i % 2 == 0) {
        calibration.add(request.meant());
      } else {
        counted.add(request);
      }
    }
    AskingCalibration calibrated = AskingCalibration.of(0, calibration);
    List<Point> points = new ArrayList<>();
    for (int twentieth = LOWEST; twentieth <= HIGHEST; twentieth++) {
      double target = twentieth / TWENTIETH;
      points.add(point(target, calibrated.least(target), counted));
    }
    return new AskingCurve(points);
  }

  private static Point point(double target, double least, List<Request> requests) {
    Predicate<Request> covered = request -> request.meant() > 0 && request.meant() >= least;
    Predicate<Request> asked =
        request -> request.shares().stream().filter(share -> share >= least).count() != 1;
    return new Point(
        target,
        share(requests, covered),
        share(requests, request -> asked.test(request) ? covered.test(request) : request.right()),
        share(requests, asked),
        share(requests, request -> asked.test(request) && request.right()),
        share(requests, request -> !asked.test(request) && !request.right()));
  }

  private static double share(List<Request> requests, Predicate<Request> wanted) {
    return requests.isEmpty()
        ? 0
        : (double) requests.stream().filter(wanted).count() / requests.size();
  }

  /** The curve as a table. */
  public String markdown() {
    StringBuilder table =
        new StringBuilder(
            """
            Asking by conformal prediction (`--ask TARGET`), calibrated on every second of these requests and counted on the others. Covered: what was meant is in the set of likely meanings; \
            help: a person is asked; success: done at once, or in the set that is asked about.

            | target | covered | success | help | over-ask | over-step |
            |---|---:|---:|---:|---:|---:|
            """);
    for (Point point : points) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %.2f | %.1f%% | %.1f%% | %.1f%% | %.1f%% | %.1f%% |%n",
              point.target(),
              100 * point.covered(),
              100 * point.success(),
              100 * point.help(),
              100 * point.overAsk(),
              100 * point.overStep()));
    }
    return table.toString();
  }
}
