package io.souschef.app.bench;

import io.souschef.app.bench.measure.ScratchFolder;
import io.souschef.skills.failure.MachineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What short commands cost, launcher and virtual machine included: processor time of the whole
 * process and time on the wall until it ends, or until a run has made its first decision.
 */
public final class StartBenchmark {

  /** Processor ticks a second in /proc: so many on every Linux that Java runs on. */
  private static final double TICKS_A_SECOND = 100;

  private static final long PATIENCE_S = 120;

  private static final List<Start> STARTS =
      List.of(
          new Start(List.of("run", "bring me a coke"), Optional.of("Step 1"), 4.0, 1.6),
          new Start(List.of("--help"), Optional.empty(), 0.63, 0.5),
          new Start(List.of("tasks"), Optional.empty(), 1.70, 0.5),
          new Start(List.of("skills"), Optional.empty(), 1.85, 0.5));

  private final Path launcher;
  private final int times;

  /**
   * A benchmark of one launcher.
   *
   * @param launcher the program {@code souschef}, built already
   * @param times how often each command is started
   */
  public StartBenchmark(Path launcher, int times) {
    this.launcher = launcher;
    this.times = times;
  }

  /**
   * A command and what it should cost.
   *
   * @param until the line at which its work for this purpose is done; its end where there is none
   * @param beforeS processor seconds before there was an archive of classes
   * @param goalS processor seconds that are wanted
   */
  record Start(List<String> arguments, Optional<String> until, double beforeS, double goalS) {

    String words() {
      String command =
          arguments.get(0) + (arguments.size() > 1 ? " \"" + arguments.get(1) + "\"" : "");
      return until.isPresent() ? command + ", to the first decision" : command;
    }
  }

  /**
   * What a command cost.
   *
   * @param cpuS median of the processor seconds, user and system
   * @param leastS the least of them
   * @param mostS the most of them
   * @param wallS median of the seconds on the wall
   */
  public record Row(
      String command,
      double beforeS,
      double goalS,
      double cpuS,
      double leastS,
      double mostS,
      double wallS) {}

  /**
   * All of it.
   *
   * @param times how often each command was started
   */
  public record Report(int times, List<Row> rows) {
    public Report {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Measures.
   *
   * @param progress told each row when it is there
   * @throws MachineException when a command cannot be started or measured here
   */
  public Report run(Consumer<Row> progress) {
    if (!Files.isExecutable(launcher) || !Files.isReadable(Path.of("/proc/self/stat"))) {
      throw new MachineException(
          "Starts are measured with '%s' and /proc, which must both be there; run ./souschef bench start on Linux"
              .formatted(launcher),
          new IOException("not here"));
    }
    List<Row> rows = new ArrayList<>();
    for (Start start : STARTS) {
      double[] cpu = new double[times];
      double[] wall = new double[times];
      for (int i = 0; i < times; i++) {
        long began = System.nanoTime();
        cpu[i] = start.until().isPresent() ? untilLine(start) : untilEnd(start);
        wall[i] = (System.nanoTime() - began) / 1e9;
      }
      Arrays.sort(cpu);
      Arrays.sort(wall);
      int middle = times / 2;
      Row row =
          new Row(
              start.words(),
              start.beforeS(),
              start.goalS(),
              cpu[middle],
              cpu[0],
              cpu[times - 1],
              wall[middle]);
      rows.add(row);
      progress.accept(row);
    }
    return new Report(times, rows);
  }

  private Process process(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("SOUSCHEF_JAVA_OPTS");
    return builder.start();
  }

  /** The shell tells what a command that has ended took. */
  private double untilEnd(Start start) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "bash",
                "-c",
                "TIMEFORMAT='%U %S'; { time \"$@\" >/dev/null 2>&1; } 2>&1",
                "bash",
                launcher.toString()));
    command.addAll(start.arguments());
    try {
      Process process = process(command);
      String[] seconds =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .strip()
              .replace(',', '.')
              .split(" ");
      if (seconds.length != 2 || !process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        throw unmeasured(start, new IOException("no figures came"));
      }
      return Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
    } catch (IOException | NumberFormatException e) {
      throw unmeasured(start, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unmeasured(start, e);
    }
  }

  private double untilLine(Start start) {
    try {
      try (ScratchFolder out = ScratchFolder.make("start")) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(start.arguments());
        command.addAll(List.of("--out", out.path().resolve("run").toString()));
        Process process = process(command);
        try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
          String wanted = start.until().orElseThrow();
          String line = lines.readLine();
          while (line != null && !line.startsWith(wanted)) {
            line = lines.readLine();
          }
          return cpuS(process)
              .orElseThrow(() -> unmeasured(start, new IOException("no figures came")));
        } finally {
          process.destroyForcibly().waitFor();
        }
      }
    } catch (IOException e) {
      throw unmeasured(start, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unmeasured(start, e);
    }
  }

  /** Processor seconds of a living process and of its children that have ended. */
  private static OptionalDouble cpuS(Process process) throws IOException {
    Path file = Path.of("/proc", Long.toString(process.pid()), "stat");
    if (!Files.isReadable(file)) {
      return OptionalDouble.empty();
    }
    String stat = Files.readString(file);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    long ticks = 0;
    for (int i = 11; i <= 14; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return OptionalDouble.of(ticks / TICKS_A_SECOND);
  }

  private MachineException unmeasured(Start start, Exception e) {
    return new MachineException(
        "'%s %s' ended before it could be measured; try it by itself"
            .formatted(launcher, String.join(" ", start.arguments())),
        e);
  }
}
