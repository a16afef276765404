package io.souschef.app.cli.bench;

import io.souschef.app.Assembly;
import io.souschef.app.bench.SpeedSection;
import io.souschef.app.bench.peer.SpeedBenchmark;
import io.souschef.app.bench.peer.SpeedRow;
import io.souschef.app.cli.option.PlannerOptions;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Robot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people wait for, beside peers. */
final class SpeedMeasures {

  private static final String SERVER = "openai:";

  private final PlannerOptions options;
  private final String python;
  private final List<SpeedBenchmark.Part> parts;
  private final BenchOutput output;

  SpeedMeasures(
      PlannerOptions options, String python, List<SpeedBenchmark.Part> parts, BenchOutput output) {
    this.options = options;
    this.python = python;
    this.parts = List.copyOf(parts);
    this.output = output;
  }

  Object speed() {
    Path home = Path.of(System.getProperty("souschef.home", ".")).toAbsolutePath();
    String llm = options.languageModel();
    Optional<String> server =
        llm.startsWith(SERVER) ? Optional.of(llm.substring(SERVER.length())) : Optional.empty();
    Path peer = home.resolve("ros-bridge/target/peer/peer");
    SpeedBenchmark benchmark =
        new SpeedBenchmark(
            new SpeedBenchmark.Settings(python, server, home.resolve("souschef"), peer));
    List<GroundedSkill> pool = skills();
    List<SpeedBenchmark.Report> reports = new ArrayList<>();
    for (SpeedBenchmark.Part part : parts) {
      SpeedBenchmark.Report report = benchmark.run(part, pool, this::show);
      output.add(SpeedSection.speed(report));
      reports.add(report);
    }
    return reports;
  }

  private void show(SpeedRow row) {
    output.line(
        "speed: %s: %s %s%s%s"
            .formatted(
                row.what(),
                SpeedRow.figure(row.here()),
                row.unit(),
                row.peer().isEmpty()
                    ? ""
                    : "; %s: %s".formatted(row.peer(), SpeedRow.figure(row.there())),
                row.note().isEmpty() ? "" : " (" + row.note() + ")"));
  }

  private List<GroundedSkill> skills() {
    try (Robot body =
        Assembly.simulated(new SceneReader(KitchenFile.standard()).standard(1), 1, false)) {
      return options.library().ground(body.vocabulary(), body.observe());
    }
  }
}
