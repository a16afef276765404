package io.souschef.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Speed of the physical kitchen: a whole fetch task on one core and on two, bare worlds with more
 * and fewer objects, awake and asleep, and what the time goes into.
 */
public final class SimBenchmark {

  private static final int[] FREE_OBJECTS = {8, 20, 36};

  /**
   * What was measured.
   *
   * @param fetch one robot after the other on one thread
   * @param pair two robots at a time on two threads
   * @param scaling work done in a second by two threads over that by one
   * @param states bare worlds
   * @param profile where the time of fetching goes, the greatest share first
   */
  public record Report(
      FetchLoad.Timing fetch,
      FetchLoad.Timing pair,
      double scaling,
      List<WorldStates.Row> states,
      List<StepProfile.Share> profile) {

    /** The report in words, a line each. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          format(
              "fetch task with %d objects, one core: %.0f x real time (%.0f x by CPU time)",
              FetchLoad.OBJECTS, fetch.timesRealTime(), fetch.timesRealTimePerCpu()));
      lines.add(
          format(
              "two worlds on two cores: %.0f x real time, %.2f x as much as one",
              pair.timesRealTime(), scaling));
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
   * Measures.
   *
   * @param steps of every bare world
   * @param tasks fetch tasks on each thread
   */
  public Report run(int steps, int tasks) {
    FetchLoad load = new FetchLoad();
    load.run(1, tasks); // warm-up
    FetchLoad.Timing one = load.run(1, tasks);
    FetchLoad.Timing two = load.run(2, tasks);
    List<WorldStates.Row> rows = new ArrayList<>();
    for (int count : FREE_OBJECTS) {
      rows.addAll(new WorldStates(count).run(steps));
    }
    List<StepProfile.Share> profile = StepProfile.of(() -> load.run(1, tasks));
    return new Report(one, two, two.timesRealTime() / one.timesRealTime(), rows, profile);
  }
}
