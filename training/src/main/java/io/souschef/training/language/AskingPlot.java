package io.souschef.training.language;

import io.souschef.training.language.AskingCurve.Point;
import io.souschef.training.plot.Axis;
import io.souschef.training.plot.Plot;
import io.souschef.training.plot.Stroke;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The curve of asking as SVG: shares of all requests over the target. Stateless. */
public final class AskingPlot {

  private static final Axis TARGET =
      new Axis(
          "target: how often what is meant shall be among what is asked or done",
          420,
          0.5,
          1,
          List.of(0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
          target -> String.format(Locale.ROOT, "%.1f", target),
          false);

  private static final Axis SHARE =
      new Axis(
          "",
          320,
          0,
          1,
          List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
          share -> String.format(Locale.ROOT, "%.0f%%", 100 * share),
          true);

  /**
   * A line of the plot.
   *
   * @param name at its end
   * @param colour as SVG writes it
   * @param dash of its stroke, so that it can be told without colours
   * @param value what it shows
   */
  private record Line(String name, String colour, String dash, ToDoubleFunction<Point> value) {}

  private static final List<Line> LINES =
      List.of(
          new Line("success", "#1f77b4", "none", Point::success),
          new Line("covered", "#555555", "2 3", Point::covered),
          new Line("help: somebody is asked", "#7b3294", "8 3", Point::help),
          new Line("over-ask", "#b35806", "5 2 1 2", Point::overAsk),
          new Line("over-step", "#a50026", "3 2", Point::overStep));

  private AskingPlot() {}

  /** The picture. */
  public static String svg(AskingCurve curve) {
    Plot plot = new Plot(TARGET, SHARE);
    for (Line line : LINES) {
      Stroke stroke = new Stroke(line.colour(), line.dash(), 2);
      plot.line(
          curve.points().stream()
              .map(p -> new Plot.Point(p.target(), line.value().applyAsDouble(p)))
              .toList(),
          stroke);
      plot.name(line.name(), stroke);
    }
    return plot.svg();
  }
}
