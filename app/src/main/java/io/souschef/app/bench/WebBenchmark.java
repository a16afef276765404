package io.souschef.app.bench;

import io.souschef.app.kitchen.SimulatedWorlds;
import io.souschef.planner.Instruction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Robot;
import io.souschef.web.WebServer;
import io.souschef.web.live.Commands;
import io.souschef.web.live.LiveKitchen;
import io.souschef.web.live.mind.Brain;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What it costs to be watched: frames and bytes a second on loopback, the processor time of the
 * thread that simulates with none, one and ten who look on, and the time from an instruction to the
 * first motion that a viewer sees.
 */
public final class WebBenchmark {

  /** As fast as {@code serve} runs unless told otherwise. */
  public static final double PACE = 4;

  private static final List<Integer> VIEWERS = List.of(0, 1, 10);
  private static final List<String> FETCH =
      List.of("go to the table", "pick up the coke", "go to the user", "put down the coke");
  private static final int FIGURES = 4;

  /** After so long without a picture nothing has moved, nanoseconds. */
  private static final double STILL_NANOS = 1e8;

  private static final String REQUEST = "{\"type\":\"instruct\",\"text\":\"bring me a coke\"}";

  private final Path out;
  private final int rounds;

  /**
   * One number of viewers; medians over the rounds.
   *
   * @param viewers who look on
   * @param framesPerS pictures a second that each gets while the robot works, moments in which
   *     nothing moves and nothing is sent among them
   * @param movingPerS pictures a second while something moves: gaps of more than a tenth of a
   *     second left out
   * @param bytesPerS what each gets, bytes a second
   * @param cpuMs processor time of the simulating thread, ms a second of robot time
   */
  public record Row(
      int viewers, double framesPerS, double movingPerS, double bytesPerS, double cpuMs) {}

  /**
   * All of it.
   *
   * @param firstMs from the first instruction after the start to the first motion seen, ms
   * @param motionMs the same later, median, ms
   */
  public record Report(List<Row> rows, double firstMs, double motionMs, int rounds) {}

  /**
   * A benchmark.
   *
   * @param out where the kitchens leave their traces
   */
  public WebBenchmark(Path out, int rounds) {
    this.out = out;
    this.rounds = rounds;
  }

  /**
   * Measures.
   *
   * @param brain what plans, for the time to the first motion
   * @param lines told of each figure
   */
  public Report run(Brain brain, Consumer<Row> lines) throws InterruptedException {
    double[][][] measured = new double[VIEWERS.size()][FIGURES][rounds];
    for (int round = -1; round < rounds; round++) {
      for (int i = 0; i < VIEWERS.size(); i++) {
        double[] figures = watched(VIEWERS.get(i));
        for (int figure = 0; figure < FIGURES && round >= 0; figure++) {
          measured[i][figure][round] = figures[figure];
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < VIEWERS.size(); i++) {
      double[][] of = measured[i];
      rows.add(new Row(VIEWERS.get(i), median(of[0]), median(of[1]), median(of[2]), median(of[3])));
    }
    rows.forEach(lines);
    double[] motions = motions(brain);
    double[] later = Arrays.copyOfRange(motions, 1, motions.length);
    return new Report(rows, motions[0], median(later), rounds);
  }

  /** Frames a second, those while something moves, bytes, and ms of processor time. */
  private double[] watched(int viewers) throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    List<WebViewer> watching = new ArrayList<>();
    try (LiveKitchen kitchen = new LiveKitchen(SimulatedWorlds.standard(), 1, PACE, out);
        WebServer server = open(kitchen, WebBenchmark::fetch)) {
      for (int i = 0; i < viewers; i++) {
        watching.add(new WebViewer(client, server.url()));
      }
      double startS = kitchen.ask(SimulatedRobot::timeS).join();
      Thread.sleep(200); // those who come get the whole kitchen first
      long bytes = watching.stream().mapToLong(WebViewer::bytes).sum();
      long cpu = simulatingNanos();
      long start = System.nanoTime();
      kitchen.instruct(WebBenchmark::fetch, new Instruction("fetch"));
      double endS = kitchen.ask(SimulatedRobot::timeS).join();
      double wallS = (System.nanoTime() - start) / 1e9;
      double cpuMs = (simulatingNanos() - cpu) / 1e6 / (endS - startS);
      double each = Math.max(1, viewers);
      List<List<Long>> frames = watching.stream().map(viewer -> viewer.framesSince(start)).toList();
      double framesPerS = frames.stream().mapToInt(List::size).sum() / each / wallS;
      double bytesPerS =
          (watching.stream().mapToLong(WebViewer::bytes).sum() - bytes) / each / wallS;
      watching.forEach(WebViewer::close);
      return new double[] {framesPerS, 1e9 / gap(frames), bytesPerS, cpuMs};
    }
  }

  /** The mean time between two pictures of something that moves, nanoseconds. */
  private static double gap(List<List<Long>> frames) {
    return frames.stream()
        .flatMapToDouble(
            seen -> IntStream.range(1, seen.size()).mapToDouble(i -> seen.get(i) - seen.get(i - 1)))
        .filter(gap -> gap < STILL_NANOS)
        .average()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private double[] motions(Brain brain) throws InterruptedException {
    double[] all = new double[rounds + 1];
    try (LiveKitchen kitchen = new LiveKitchen(SimulatedWorlds.standard(), 1, PACE, out);
        WebServer server = open(kitchen, brain);
        WebViewer viewer = new WebViewer(HttpClient.newHttpClient(), server.url())) {
      for (int i = 0; i < all.length; i++) {
        Thread.sleep(300);
        all[i] = viewer.untilMotionMs(REQUEST);
        viewer.send("{\"type\":\"reset\",\"seed\":1}");
        double unused = kitchen.ask(SimulatedRobot::timeS).join();
      }
    }
    return all;
  }

  private static WebServer open(LiveKitchen kitchen, Brain brain) {
    return WebServer.open(
        new WebServer.Address("localhost", 0, ""), kitchen, new Commands(kitchen, brain));
  }

  /** The same work for all: skills by heart, nothing planned. */
  private static EpisodeEvent.Ended fetch(
      Instruction instruction,
      Robot robot,
      Map<String, String> about,
      Consumer<EpisodeEvent> listener) {
    for (String text : FETCH) {
      GroundedSkill skill =
          SkillLibrary.standard().ground(robot.vocabulary(), robot.observe()).stream()
              .filter(each -> each.text().equals(text))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("There is no skill '" + text + "'"));
      var unused =
          robot.execute(
              skill, progress -> listener.accept(new EpisodeEvent.SkillProgressed(1, progress)));
    }
    EpisodeEvent.Ended ended =
        new EpisodeEvent.Ended(EpisodeEvent.Outcome.DONE, "Fetched", FETCH.size());
    listener.accept(ended);
    return ended;
  }

  /** Processor time of the thread that owns the world, ns. */
  private static long simulatingNanos() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(info -> info != null && info.getThreadName().equals(LiveKitchen.THREAD))
        .mapToLong(ThreadInfo::getThreadId)
        .map(threads::getThreadCpuTime)
        .max()
        .orElse(0);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
