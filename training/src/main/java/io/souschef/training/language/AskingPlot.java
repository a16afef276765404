package io.souschef.training.language;

import io.souschef.training.language.AskingCurve.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The curve of asking as SVG: shares of all requests over the target. Stateless. */
public final class AskingPlot {

  private static final int WIDE = 420;
  private static final int HIGH = 320;
  private static final int LEFT = 58;
  private static final int TOP = 18;
  private static final double FROM = 0.5;

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
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n<rect width=\"100%%\""
                + " height=\"100%%\" fill=\"#ffffff\"/>%n",
            LEFT + WIDE + 190, TOP + HIGH + 52));
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double share = tenth / 10.0;
      svg.append(
          format(
              "<path d=\"M%d %.1f H%d\" stroke=\"#dddddd\"/><text x=\"%d\" y=\"%.1f\""
                  + " text-anchor=\"end\">%.0f%%</text>%n",
              LEFT, y(share), LEFT + WIDE, LEFT - 6, y(share) + 4, 100 * share));
    }
    for (int tenth = 5; tenth <= 10; tenth++) {
      svg.append(
          format(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
              x(tenth / 10.0), TOP + HIGH + 16, tenth / 10.0));
    }
    svg.append(
        format(
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">target: how often what is meant shall"
                + " be among what is asked or done</text>%n",
            x(0.75), TOP + HIGH + 38));
    for (int i = 0; i < LINES.size(); i++) {
      draw(svg, LINES.get(i), curve, TOP + 14 + 22 * i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void draw(StringBuilder svg, Line line, AskingCurve curve, int row) {
    StringBuilder path = new StringBuilder();
    for (Point point : curve.points()) {
      path.append(
          format(
              "%s%.1f %.1f",
              path.length() == 0 ? "M" : " L",
              x(point.target()),
              y(line.value().applyAsDouble(point))));
    }
    String style =
        format(
            "fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"",
            line.colour(), line.dash());
    svg.append(format("<path d=\"%s\" %s/>%n", path, style));
    int legend = LEFT + WIDE + 14;
    svg.append(
        format(
            "<path d=\"M%d %d h24\" %s/><text x=\"%d\" y=\"%d\">%s</text>%n",
            legend, row, style, legend + 30, row + 4, line.name()));
  }

  private static double x(double target) {
    return LEFT + WIDE * (target - FROM) / (1 - FROM);
  }

  private static double y(double share) {
    return TOP + HIGH * (1 - share);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
  }
}
