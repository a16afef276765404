package io.souschef.evaluation.report;

import io.souschef.evaluation.statistics.AttemptStatistics;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Group;
import io.souschef.evaluation.statistics.Rate;
import io.souschef.web.page.Html;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Success by family with 95% intervals, as inline SVG. Lengths in pixels. Stateless. */
public final class FamilyChart {

  private static final List<String> COLOURS =
      List.of("#3b6fb6", "#d9683c", "#3c9d6b", "#8a5fbf", "#c2a02c", "#5a6472");
  private static final int LEFT = 130;
  private static final int WIDTH = 330;
  private static final int RIGHT = 60;
  private static final int BAR = 12;
  private static final int GAP = 12;
  private static final int TOP = 24;

  private FamilyChart() {}

  /** The plot as a file of its own, its legend inside. */
  static String file(
      String title,
      List<ConfigurationStatistics> configurations,
      Function<Group, Optional<AttemptStatistics>> which) {
    String figure = svg(title, configurations, which);
    StringBuilder legend = new StringBuilder();
    int bottom = height(configurations);
    for (int i = 0; i < configurations.size(); i++) {
      int y = bottom + i * (BAR + 4);
      legend
          .append(
              "<rect x=\"%s\" y=\"%s\" width=\"10\" height=\"10\" fill=\"%s\"/>"
                  .formatted(LEFT, y, COLOURS.get(i % COLOURS.size())))
          .append(text(LEFT + 16, y + 9, "start", configurations.get(i).configuration()));
    }
    String body = figure.substring(figure.indexOf("<svg"), figure.indexOf("</svg>"));
    int height = bottom + configurations.size() * (BAR + 4) + 6;
    return body.replaceFirst(
            "<svg viewBox=\"[^\"]*\"",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" viewBox=\"0 0 %s %s\""
                .formatted(LEFT + WIDTH + RIGHT, height))
        + legend
        + "</svg>\n";
  }

  private static int height(List<ConfigurationStatistics> configurations) {
    TreeSet<String> families = new TreeSet<>();
    configurations.forEach(c -> families.addAll(c.families().keySet()));
    return TOP + families.size() * (configurations.size() * BAR + GAP) + 10;
  }

  public static String svg(
      String title,
      List<ConfigurationStatistics> configurations,
      Function<Group, Optional<AttemptStatistics>> which) {
    TreeSet<String> families = new TreeSet<>();
    configurations.forEach(c -> families.addAll(c.families().keySet()));
    StringBuilder body = new StringBuilder();
    int y = TOP;
    for (String family : families) {
      int middle = y + configurations.size() * BAR / 2 + 4;
      body.append(text(LEFT - 10, middle, "end", family));
      for (int i = 0; i < configurations.size(); i++) {
        Optional<Rate> rate =
            Optional.ofNullable(configurations.get(i).families().get(family))
                .flatMap(which)
                .map(AttemptStatistics::success);
        if (rate.isPresent()) {
          body.append(bar(y + i * BAR, rate.get(), COLOURS.get(i % COLOURS.size())));
        }
      }
      y += configurations.size() * BAR + GAP;
    }
    return String.format(
        Locale.ROOT,
        "<figure><figcaption>%s</figcaption>%s<svg viewBox=\"0 0 %d %d\" role=\"img\""
            + " aria-label=\"%s\">%s%s</svg></figure>",
        Html.escape(title),
        legend(configurations),
        LEFT + WIDTH + RIGHT,
        y + 10,
        Html.escape(title),
        grid(y),
        body);
  }

  private static String bar(int y, Rate rate, String colour) {
    double middle = y + (BAR - 2) / 2.0;
    return Figures.format(
        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\""
            + " opacity=\"0.8\"><title>%s</title></rect><path d=\"M%.1f %.1fH%.1f\""
            + " stroke=\"#1c2430\"/>%s",
        LEFT,
        y,
        Math.max(1, rate.rate() * WIDTH),
        BAR - 2,
        colour,
        Figures.rate(rate) + ", " + Figures.count(rate),
        LEFT + rate.low() * WIDTH,
        middle,
        LEFT + rate.high() * WIDTH,
        text(LEFT + WIDTH + 8, (int) middle + 4, "start", Figures.count(rate)));
  }

  private static String grid(int bottom) {
    StringBuilder grid = new StringBuilder();
    for (int percent = 0; percent <= 100; percent += 25) {
      int x = LEFT + WIDTH * percent / 100;
      grid.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%d %dV%d\" stroke=\"#e4e7ec\"/>",
              x,
              TOP - 6,
              bottom - GAP + 2));
      grid.append(text(x, TOP - 10, "middle", percent + "%"));
    }
    return grid.toString();
  }

  private static String text(int x, int y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-size=\"11\" fill=\"#475467\">%s</text>",
        x,
        y,
        anchor,
        Html.escape(text));
  }

  private static String legend(List<ConfigurationStatistics> configurations) {
    StringBuilder legend = new StringBuilder("<p class=\"legend\">");
    for (int i = 0; i < configurations.size(); i++) {
      legend
          .append("<span><i style=\"background:")
          .append(COLOURS.get(i % COLOURS.size()))
          .append("\"></i>")
          .append(Html.escape(configurations.get(i).configuration()))
          .append("</span>");
    }
    return legend.append("</p>").toString();
  }
}
