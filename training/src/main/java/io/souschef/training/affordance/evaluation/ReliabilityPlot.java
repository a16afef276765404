package io.souschef.training.affordance.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * A reliability diagram as SVG: how often skills succeeded against how likely a value function said
 * they were. Dots grow with the number of predictions in their bin.
 */
public final class ReliabilityPlot {

  private static final int SIZE = 360;
  private static final int LEFT = 58;
  private static final int TOP = 18;
  private static final int WIDTH = LEFT + SIZE + 190;
  private static final int HEIGHT = TOP + SIZE + 52;
  private static final List<String> COLOURS = List.of("#1f77b4", "#d95f02", "#777777");

  private ReliabilityPlot() {}

  /**
   * A line of the diagram.
   *
   * @param name in the legend
   * @param scores what was predicted and what happened
   */
  public record Line(String name, RowScores scores) {}

  /** The diagram of up to three lines. */
  public static String svg(List<Line> lines) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n",
            WIDTH, HEIGHT));
    svg.append(format("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, HEIGHT));
    axes(svg);
    for (int i = 0; i < lines.size(); i++) {
      draw(svg, lines.get(i), COLOURS.get(i % COLOURS.size()), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void axes(StringBuilder svg) {
    for (int tick = 0; tick <= 10; tick += 2) {
      double value = tick / 10.0;
      svg.append(
          format(
              "<path d=\"M%.1f %d V%d M%d %.1f H%d\" stroke=\"#dddddd\"/>%n",
              x(value), TOP, TOP + SIZE, LEFT, y(value), LEFT + SIZE));
      svg.append(
          format(
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
              x(value), TOP + SIZE + 16, value));
      svg.append(
          format(
              "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n",
              LEFT - 6, y(value) + 4, value));
    }
    svg.append(
        format(
            "<path d=\"M%.1f %.1f L%.1f %.1f\" stroke=\"#999999\" stroke-dasharray=\"4 4\"/>%n",
            x(0), y(0), x(1), y(1)));
    svg.append(
        format(
            "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">predicted P(success)</text>%n",
            x(0.5), TOP + SIZE + 38));
    svg.append(
        format(
            "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\">observed share of successes</text>%n",
            y(0.5)));
  }

  private static void draw(StringBuilder svg, Line line, String colour, int number) {
    StringBuilder path = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (BinaryMetrics.Bin bin :
        BinaryMetrics.bins(line.scores().predicted(), line.scores().outcomes())) {
      if (bin.count() > 0) {
        path.append(
            format(
                "%s%.1f %.1f",
                path.length() == 0 ? "M" : " L", x(bin.predicted()), y(bin.observed())));
        double share = Math.sqrt((double) bin.count() / line.scores().rows().size());
        dots.append(
            format(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>%n",
                x(bin.predicted()), y(bin.observed()), 2 + 8 * share, colour));
      }
    }
    svg.append(format("<path d=\"%s\" fill=\"none\" stroke=\"%s\"/>%n", path, colour));
    svg.append(dots);
    int row = TOP + 14 + 22 * number;
    svg.append(
        format(
            "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"%s\"/>%n", LEFT + SIZE + 18, row, colour));
    svg.append(
        format("<text x=\"%d\" y=\"%d\">%s</text>%n", LEFT + SIZE + 30, row + 4, line.name()));
  }

  private static double x(double value) {
    return LEFT + SIZE * value;
  }

  private static double y(double value) {
    return TOP + SIZE * (1 - value);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
  }
}
