package io.souschef.training.affordance.evaluation;

import io.souschef.training.plot.Axis;
import io.souschef.training.plot.Plot;
import io.souschef.training.plot.Stroke;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A reliability diagram as SVG: how often skills succeeded against how likely a value function said
 * they were. Dots grow with the number of predictions in their bin.
 */
public final class ReliabilityPlot {

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
    Plot plot = new Plot(axis("predicted P(success)"), axis("observed share of successes"));
    plot.line(List.of(new Plot.Point(0, 0), new Plot.Point(1, 1)), new Stroke("#999999", "4 4", 1));
    for (int i = 0; i < lines.size(); i++) {
      draw(plot, lines.get(i), COLOURS.get(i % COLOURS.size()));
    }
    return plot.svg();
  }

  private static Axis axis(String name) {
    return new Axis(
        name,
        360,
        0,
        1,
        List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
        value -> String.format(Locale.ROOT, "%.1f", value),
        true);
  }

  private static void draw(Plot plot, Line line, String colour) {
    List<BinaryMetrics.Bin> bins =
        Arrays.stream(BinaryMetrics.bins(line.scores().predicted(), line.scores().outcomes()))
            .filter(bin -> bin.count() > 0)
            .toList();
    Stroke stroke = new Stroke(colour, "none", 1);
    plot.line(bins.stream().map(ReliabilityPlot::point).toList(), stroke);
    for (BinaryMetrics.Bin bin : bins) {
      double share = Math.sqrt((double) bin.count() / line.scores().rows().size());
      plot.disc(point(bin), 2 + 8 * share, colour);
    }
    plot.name(line.name(), stroke);
  }

  private static Plot.Point point(BinaryMetrics.Bin bin) {
    return new Plot.Point(bin.predicted(), bin.observed());
  }
}
