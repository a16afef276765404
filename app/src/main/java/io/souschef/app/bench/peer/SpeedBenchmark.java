package io.souschef.app.bench.peer;

import io.souschef.app.bench.measure.ScratchFolder;
import io.souschef.app.bench.measure.WholeCommand;
import io.souschef.app.bench.ros.RosBenchmark;
import io.souschef.app.bench.sim.SimBenchmark;
import io.souschef.skills.GroundedSkill;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What people wait for, each beside a peer in the same run, or with the reason why not. */
public final class SpeedBenchmark {

  private static final int FETCH_TASKS = 12;
  private static final int FETCH_ROUNDS = 5;

  /** Before the engine's islands were sorted by counting. */
  private static final double FETCH_BEFORE_S = 0.154;

  private static final RosBenchmark.Runs ROS_RUNS = new RosBenchmark.Runs(400, 40, 100);
  private static final String SUITE = "kitchen-core x 3, whole run";

  private final Settings settings;

  /**
   * What to measure with.
   *
   * @param python program that runs Python
   * @param server {@code http://host:port#model} of a server; empty where none is named
   * @param launcher the program {@code souschef}
   * @param peer the C peer's program, which need not be there
   */
  public record Settings(String python, Optional<String> server, Path launcher, Path peer) {}

  public SpeedBenchmark(Settings settings) {
    this.settings = settings;
  }

  /** Things that are measured together. */
  public enum Part {
    NETWORK("the network"),
    SERVER("a model behind a server"),
    ROS("messages to a robot"),
    FETCH("a fetch task"),
    BODIES("bodies that never rest"),
    SUITE("an evaluation");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    /** "a fetch task". */
    public String words() {
      return words;
    }
  }

  /**
   * A part.
   *
   * @param rows in the order in which they were measured
   */
  public record Report(Part part, List<SpeedRow> rows) {
    public Report {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Measures; all parts together some ten minutes on a quiet machine.
   *
   * @param pool skills of the kitchen
   * @param progress told each row when it is there
   */
  public Report run(Part part, List<GroundedSkill> pool, Consumer<SpeedRow> progress) {
    List<SpeedRow> rows = new ArrayList<>();
    rows(part, pool)
        .forEach(
            row -> {
              rows.add(row);
              progress.accept(row);
            });
    return new Report(part, rows);
  }

  private Stream<SpeedRow> rows(Part part, List<GroundedSkill> pool) {
    PythonPeer python = new PythonPeer(settings.python());
    return switch (part) {
      case NETWORK -> new NetworkSpeed(python).rows(pool).stream();
      case SERVER -> served(pool).stream();
      case ROS -> ros();
      case FETCH -> Stream.of(fetch());
      case BODIES -> new BodiesSpeed(python).rows().stream();
      case SUITE -> suite().stream();
    };
  }

  private static SpeedRow fetch() {
    return SpeedRow.of("fetch task in a kitchen with 27 objects", "s CPU")
        .before(FETCH_BEFORE_S)
        .goal(FETCH_BEFORE_S / 1.5)
        .here(SimBenchmark.fetchCpuS(FETCH_TASKS, FETCH_ROUNDS));
  }

  private List<SpeedRow> served(List<GroundedSkill> pool) {
    return settings
        .server()
        .map(address -> new ServedSpeed(address).rows(pool))
        .orElseGet(
            () ->
                List.of(
                    SpeedRow.of("53 skills behind a server", "s")
                        .without("llama.cpp", "name a server with --llm openai:...")));
  }

  private Stream<SpeedRow> ros() {
    RosBenchmark.Report report = new RosBenchmark(ROS_RUNS, settings.peer()).run();
    List<SpeedRow> rows = new ArrayList<>();
    for (RosBenchmark.Row row : report.rows()) {
      if (row.way().equals("C with C")) {
        continue;
      }
      SpeedRow made =
          SpeedRow.of(row.way() + ", " + row.what(), "ms")
              .here(row.time().p50Ms())
              .note(String.format(Locale.ROOT, "p95 %.1f ms", row.time().p95Ms()));
      Optional<RosBenchmark.Row> peer =
          report.rows().stream()
              .filter(other -> other.way().equals("C with C") && other.what().equals(row.what()))
              .findFirst();
      rows.add(
          RosGoals.of(row)
              .map(goal -> made.before(goal.before()).goal(goal.goal()))
              .map(
                  wanted ->
                      peer.map(
                              other ->
                                  wanted.beside(
                                      "Cyclone DDS in C with itself", other.time().p50Ms()))
                          .orElseGet(() -> wanted.without("Cyclone DDS in C", missing(report))))
              .orElse(made));
    }
    return rows.stream();
  }

  private static String missing(RosBenchmark.Report report) {
    return report.missing().isEmpty() ? "it was not asked" : report.missing().get(0);
  }

  /** In a process of its own, as people start it. */
  private List<SpeedRow> suite() {
    SpeedRow wall = SpeedRow.of(SUITE, "s").before(198).goal(100);
    try {
      try (ScratchFolder folder = ScratchFolder.make("speed")) {
        WholeCommand.Cost cost =
            WholeCommand.of(
                settings.launcher(),
                List.of(
                    "eval",
                    "--suite",
                    "kitchen-core",
                    "--episodes",
                    "3",
                    "--out",
                    folder.path().resolve("run").toString()));
        return List.of(wall.here(cost.wallS()), SpeedRow.of(SUITE, "s CPU").here(cost.cpuS()));
      }
    } catch (IOException e) {
      return List.of(wall.note("not here: " + e.getMessage()));
    }
  }
}
