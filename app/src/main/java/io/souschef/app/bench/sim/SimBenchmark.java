package io.souschef.app.bench.sim;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.sim.kitchen.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Speed of the physical kitchen: a whole fetch task on one core and on two, bare worlds with more
 * and fewer objects, awake and asleep, and what the time goes into.
 */
public final class SimBenchmark {

  private static final int[] FREE_OBJECTS = {8, 20, 36};

  /** Rounds before the measured ones, in which the virtual machine compiles what is hot. */
  private static final int WARM_UP = 3;

  /**
   * What was measured.
   *
   * @param cold the first tasks after the start of the virtual machine
   * @param rounds the same work again and again, warm
   * @param states bare worlds
   * @param profile where the time of fetching goes, the greatest share first
   */
  public record Report(
      FetchLoad.Timing cold,
      List<Round> rounds,
      List<WorldStates.Row> states,
      List<StepProfile.Share> profile) {

    /** One robot on one core, over robot time: the median of the rounds. */
    @JsonProperty
    public double timesRealTime() {
      return median(round -> round.one().timesRealTime());
    }

    /** Work done in a second by two threads over that by one: the median of the rounds. */
    @JsonProperty
    public double scaling() {
      return median(Round::scaling);
    }

    /**
     * The same by processor time, which does not count while somebody else has a core: what is left
     * is what the two take from each other by memory, caches and collection of garbage.
     */
    @JsonProperty
    public double scalingPerCpu() {
      return 2
          * median(round -> round.two().timesRealTimePerCpu() / round.one().timesRealTimePerCpu());
    }

    private double median(ToDoubleFunction<Round> figure) {
      double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private String range(ToDoubleFunction<Round> figure, String pattern) {
      DoubleSummaryStatistics all = rounds.stream().mapToDouble(figure).summaryStatistics();
      return format(pattern + " to " + pattern, all.getMin(), all.getMax());
    }

    /** The report in words, a line each. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          format(
              "fetch task with %d objects, one core: %.0f x real time, median of %d rounds, %s"
                  + " (%.0f x by CPU time; the first %d tasks after a start %.0f x)",
              FetchLoad.OBJECTS,
              timesRealTime(),
              rounds.size(),
              range(round -> round.one().timesRealTime(), "%.0f"),
              median(round -> round.one().timesRealTimePerCpu()),
              cold.tasks(),
              cold.timesRealTime()));
      lines.add(
          format(
              "two worlds on two cores: %.0f x real time, %.2f x as much as one, %s (%.2f x by CPU"
                  + " time)",
              median(round -> round.two().timesRealTime()),
              scaling(),
              range(Round::scaling, "%.2f"),
              scalingPerCpu()));
      for (WorldStates.Row row : states) {
        lines.add(
            format(
                "%2d free objects, %-22s %,9.0f steps/s  %5.0f x real time",
                row.freeObjects(), row.state(), row.stepsPerSecond(), row.timesRealTime()));
      }
      for (StepProfile.Share share : profile) {
        lines.add(format("%3.0f%% of the fetch task's time: %s", share.percent(), share.part()));
      }
      return lines;
    }

    private static String format(String pattern, Object... values) {
      return String.format(Locale.ROOT, pattern, values);
    }
  }

  /**
   * The same work twice, one after the other.
   *
   * @param one a robot after the other on one thread
   * @param two two robots at a time on two threads
   */
  public record Round(FetchLoad.Timing one, FetchLoad.Timing two) {

    double scaling() {
      return two.timesRealTime() / one.timesRealTime();
    }
  }

  /** The scene of {@link #awake} with so many loose bodies. */
  public static Scene scene(int bodies) {
    return WorldStates.scene(bodies);
  }

  /** Steps in a second of processor time while so many bodies never come to rest. */
  public static double awake(int bodies, int steps) {
    return new WorldStates(bodies).awakePerCpuS(steps);
  }

  /** Seconds of processor time of one fetch task: the median of some rounds, warm. */
  public static double fetchCpuS(int tasks, int rounds) {
    FetchLoad load = new FetchLoad();
    load.run(1, tasks);
    double[] each = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      each[round] = load.run(1, tasks).cpuS() / tasks;
    }
    Arrays.sort(each);
    return each[rounds / 2];
  }

  /**
   * Measures.
   *
   * @param steps of every bare world
   * @param tasks fetch tasks on each thread
   * @param rounds how often
   */
  public Report run(int steps, int tasks, int rounds) {
    FetchLoad load = new FetchLoad();
    FetchLoad.Timing cold = load.run(1, tasks);
    List<Round> measured = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      Round now = new Round(load.run(1, tasks), load.run(2, tasks));
      if (round >= 0) {
        measured.add(now);
      }
    }
    List<WorldStates.Row> states = new ArrayList<>();
    for (int count : FREE_OBJECTS) {
      states.addAll(new WorldStates(count).run(steps));
    }
    List<StepProfile.Share> profile = StepProfile.of(() -> load.run(1, tasks));
    return new Report(cold, measured, states, profile);
  }
}
