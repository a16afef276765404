package io.souschef.evaluation.report;

import io.souschef.evaluation.statistics.AttemptStatistics;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Group;
import io.souschef.evaluation.statistics.Rate;
import io.souschef.web.page.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Success by family with 95% intervals, for the part {@code family-chart} of a page or as an SVG
 * file. Lengths in pixels.
 *
 * @param title over it
 * @param width of the picture
 * @param height of the picture in a page, whose legend stands outside of it
 * @param fileHeight of the picture in a file, whose legend stands within
 */
public record FamilyChart(
    String title,
    int width,
    int height,
    int fileHeight,
    List<Entry> legend,
    List<GridLine> grid,
    List<Family> families) {

  private static final Template FILE = Template.of(FamilyChart.class, "family-file");

  private static final List<String> COLOURS =
      List.of("#3b6fb6", "#d9683c", "#3c9d6b", "#8a5fbf", "#c2a02c", "#5a6472");
  private static final int LEFT = 130;
  private static final int WIDTH = 330;
  private static final int RIGHT = 60;
  private static final int BAR = 12;
  private static final int GAP = 12;
  private static final int TOP = 24;

  /** A configuration's colour; the place is that of a legend within the picture. */
  record Entry(String colour, String name, int x, int y, int nameX, int nameY) {}

  /** A line at a share, with its name above. */
  record GridLine(int x, int top, int bottom, int y, String words) {}

  /** A family's name and its bars. */
  record Family(String name, int x, int y, List<Bar> bars) {}

  /** A bar with its interval, and how many at its right. */
  record Bar(
      int x,
      int y,
      String wide,
      int high,
      String colour,
      String words,
      String low,
      String up,
      String middle,
      int countX,
      int countY,
      String count) {

    static Bar of(int y, Rate rate, String colour) {
      double middle = y + (BAR - 2) / 2.0;
      return new Bar(
          LEFT,
          y,
          Figures.number(Math.max(1, rate.rate() * WIDTH)),
          BAR - 2,
          colour,
          Figures.rate(rate) + ", " + Figures.count(rate),
          Figures.number(LEFT + rate.low() * WIDTH),
          Figures.number(LEFT + rate.high() * WIDTH),
          Figures.number(middle),
          LEFT + WIDTH + 8,
          (int) middle + 4,
          Figures.count(rate));
    }
  }

  /**
   * The chart of some configurations.
   *
   * @param which success it shows
   */
  public static FamilyChart of(
      String title,
      List<ConfigurationStatistics> configurations,
      Function<Group, Optional<AttemptStatistics>> which) {
    TreeSet<String> names = new TreeSet<>();
    configurations.forEach(c -> names.addAll(c.families().keySet()));
    List<Family> families = new ArrayList<>();
    int y = TOP;
    for (String name : names) {
      int middle = y + configurations.size() * BAR / 2 + 4;
      families.add(new Family(name, LEFT - 10, middle, bars(name, y, configurations, which)));
      y += configurations.size() * BAR + GAP;
    }
    int height = y + 10;
    return new FamilyChart(
        title,
        LEFT + WIDTH + RIGHT,
        height,
        height + configurations.size() * (BAR + 4) + 6,
        legend(configurations, height),
        grid(y),
        families);
  }

  /** As a file of its own, its legend inside. */
  String file() {
    return FILE.fill(this);
  }

  private static List<Bar> bars(
      String family,
      int top,
      List<ConfigurationStatistics> configurations,
      Function<Group, Optional<AttemptStatistics>> which) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < configurations.size(); i++) {
      int y = top + i * BAR;
      String colour = colour(i);
      Optional.ofNullable(configurations.get(i).families().get(family))
          .flatMap(which)
          .ifPresent(statistics -> bars.add(Bar.of(y, statistics.success(), colour)));
    }
    return bars;
  }

  private static List<GridLine> grid(int bottom) {
    return IntStream.of(0, 25, 50, 75, 100)
        .mapToObj(
            percent ->
                new GridLine(
                    LEFT + WIDTH * percent / 100,
                    TOP - 6,
                    bottom - GAP + 2,
                    TOP - 10,
                    percent + "%"))
        .toList();
  }

  private static List<Entry> legend(List<ConfigurationStatistics> configurations, int top) {
    return IntStream.range(0, configurations.size())
        .mapToObj(
            i -> {
              int y = top + i * (BAR + 4);
              return new Entry(
                  colour(i), configurations.get(i).configuration(), LEFT, y, LEFT + 16, y + 9);
            })
        .toList();
  }

  private static String colour(int configuration) {
    return COLOURS.get(configuration % COLOURS.size());
  }
}
