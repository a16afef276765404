package io.souschef.app.bench.scale;

import io.souschef.app.bench.measure.ScratchFolder;
import io.souschef.app.bench.measure.WholeCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an evaluation costs with more episodes, more threads and more Spark executors. */
final class RunGrowth {

  private static final String SUITE = "plain";
  private static final int TASKS = 20;

  private final Path launcher;

  /**
   * A run.
   *
   * @param engine "threads" or "Spark"
   * @param workers threads or executors
   * @param wallS seconds on the wall
   * @param cpuS seconds of processor time
   * @param folderMb size of its folder, megabytes
   * @param pageMb size of its report page, megabytes
   */
  record Row(
      int episodes,
      String engine,
      int workers,
      double wallS,
      double cpuS,
      double folderMb,
      double pageMb) {}

  RunGrowth(Path launcher) {
    this.launcher = launcher;
  }

  /**
   * Plans, in the ideal executor, so that the harness is seen rather than the physics.
   *
   * @param episodes a multiple of the suite's tasks
   * @throws IOException when the command fails
   */
  Row threads(int episodes, int threads) throws IOException {
    return run(episodes, "threads", threads, List.of("--threads", Integer.toString(threads)));
  }

  /**
   * The same on Spark, whose executors are threads of one process here.
   *
   * @throws IOException when the command fails
   */
  Row spark(int episodes, int executors) throws IOException {
    return run(
        episodes,
        "Spark",
        executors,
        List.of("--engine", "spark", "--master", "local[" + executors + "]"));
  }

  private Row run(int episodes, String engine, int workers, List<String> options)
      throws IOException {
    try (ScratchFolder out = ScratchFolder.make("scale")) {
      Path run = out.path().resolve("run");
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "eval",
                  "--suite",
                  SUITE,
                  "--rates",
                  "plan",
                  "--episodes",
                  Integer.toString(episodes / TASKS),
                  "--out",
                  run.toString()));
      arguments.addAll(options);
      WholeCommand.Cost cost = WholeCommand.of(launcher, arguments);
      return new Row(
          episodes,
          engine,
          workers,
          cost.wallS(),
          cost.cpuS(),
          size(run) / 1e6,
          Files.size(run.resolve("report.html")) / 1e6);
    }
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
