package io.souschef.training.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines over two axes with a legend at the right, as SVG. Values are those of the axes, lengths
 * pixels. Used by one thread.
 */
public final class Plot {

  private static final int LEFT = 58;
  private static final int TOP = 18;
  private static final int BELOW = 52;
  private static final int LEGEND = 190;
  private static final int ROW = 22;

  /** A point in the values of the axes. */
  public record Point(double x, double y) {}

  private final Axis x;
  private final Axis y;
  private final StringBuilder body = new StringBuilder();
  private int rows;

  /** Axes, and nothing within. */
  public Plot(Axis x, Axis y) {
    this.x = x;
    this.y = y;
    for (double tick : x.ticks()) {
      if (x.ruled()) {
        add("<path d=\"M%.1f %d V%d\" stroke=\"#dddddd\"/>", x(tick), TOP, bottom());
      }
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x(tick), bottom() + 16, escaped(x.label().apply(tick)));
    }
    for (double tick : y.ticks()) {
      if (y.ruled()) {
        add("<path d=\"M%d %.1f H%d\" stroke=\"#dddddd\"/>", LEFT, y(tick), right());
      }
      add(
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 6, y(tick) + 4, escaped(y.label().apply(tick)));
    }
    add(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        LEFT + x.pixels() / 2.0, bottom() + 38, escaped(x.name()));
    if (!y.name().isEmpty()) {
      add(
          "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
          TOP + y.pixels() / 2.0, escaped(y.name()));
    }
  }

  /** Points joined by a line. */
  public void line(List<Point> points, Stroke stroke) {
    if (!points.isEmpty()) {
      add(
          "<path d=\"M%s\" %s/>",
          points.stream()
              .map(point -> format("%.1f %.1f", x(point.x()), y(point.y())))
              .collect(Collectors.joining(" L")),
          stroke.attributes());
    }
  }

  /** A disc around a point. */
  public void disc(Point point, double radius, String colour) {
    add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>",
        x(point.x()), y(point.y()), radius, escaped(colour));
  }

  /** The next row of the legend. */
  public void name(String name, Stroke stroke) {
    int row = TOP + 14 + ROW * rows++;
    add(
        "<path d=\"M%d %d h24\" %s/><text x=\"%d\" y=\"%d\">%s</text>",
        right() + 14, row, stroke.attributes(), right() + 44, row + 4, escaped(name));
  }

  /** The picture. */
  public String svg() {
    return format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">\n<rect width=\"100%%\" height=\"100%%\""
            + " fill=\"#ffffff\"/>\n%s</svg>\n",
        right() + LEGEND, bottom() + BELOW, body);
  }

  private int right() {
    return LEFT + x.pixels();
  }

  private int bottom() {
    return TOP + y.pixels();
  }

  private double x(double value) {
    return LEFT + x.at(value);
  }

  private double y(double value) {
    return bottom() - y.at(value);
  }

  private void add(String pattern, Object... values) {
    body.append(format(pattern, values)).append('\n');
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
