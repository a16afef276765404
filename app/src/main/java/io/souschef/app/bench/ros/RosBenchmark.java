package io.souschef.app.bench.ros;

import io.souschef.app.bench.measure.Measured;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.node.ClientFile;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.relay.RelayAccess;
import io.souschef.ros.transport.rosbridge.relay.RosbridgeRelay;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the way to a robot costs, over both transports: two participants of this process on the
 * loopback address, and the C peer beside them where it was built.
 */
public final class RosBenchmark {

  static final int DOMAIN = 97;

  public static final String TEXT = "topic there and back, 64 B";
  public static final String PICTURE = "topic there and back, 1 MB";
  public static final String SERVICE = "service";
  public static final String ACTION = "action, start to first feedback";

  /** How often the small, the large and the whole things are timed. */
  public record Runs(int small, int large, int skills) {}

  /**
   * One thing that was timed.
   *
   * @param way rosbridge, dds, or what talked to what
   * @param what was timed
   * @param time of one exchange
   */
  public record Row(String way, String what, Measured time) {}

  /**
   * How much goes through in one direction.
   *
   * @param bytes of a message's content
   * @param perSecond messages a second that arrived
   * @param mibPerSecond their content
   */
  public record Flow(String way, int bytes, double perSecond, double mibPerSecond) {}

  /**
   * Everything.
   *
   * @param missing what could not be measured here, and why
   */
  public record Report(List<Row> rows, List<Flow> flows, List<String> missing) {}

  private final Runs runs;
  private final Path peer;
  private final List<Row> rows = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  /**
   * A benchmark.
   *
   * @param peer the C peer's program, which need not be there
   */
  public RosBenchmark(Runs runs, Path peer) {
    this.runs = runs;
    this.peer = peer;
  }

  /** Measures; on the calling thread. */
  public Report run() {
    try (RosbridgeRelay relay = RosbridgeRelay.start("127.0.0.1", 0, RelayAccess.LOCAL)) {
      measure("rosbridge", config(relay.uri().toString()));
    }
    try {
      RobotConfig dds = config("");
      measure("dds", dds);
      if (peer.toFile().canExecute()) {
        besidePeer(dds);
      } else {
        missing.add(
            "the C peer is not built; build it with ros-bridge/src/test/peer/build "
                + peer.getParent());
      }
    } catch (InvalidInputException e) {
      missing.add("dds: " + e.getMessage());
    }
    return new Report(List.copyOf(rows), List.copyOf(flows), List.copyOf(missing));
  }

  /** What went well beside the peer stays, should it fall silent. */
  private void besidePeer(RobotConfig config) {
    try {
      new PeerBenchmark(peer, runs, rows).run(config);
    } catch (RobotException e) {
      missing.add("the rest beside the C peer: " + e.getMessage());
    }
  }

  private static RobotConfig config(String url) {
    return RobotConfig.parse(
        "the benchmark", ClientFile.yaml(new IdleRobot().vocabulary(), url, DOMAIN, ""));
  }

  private void measure(String way, RobotConfig config) {
    try (RosTransport near = Transports.connect(config.connection(), config.catalog());
        RosTransport far = Transports.connect(config.connection(), config.catalog())) {
      Exchanges exchanges = new Exchanges(near, far);
      rows.add(new Row(way, TEXT, exchanges.topic(EchoMessage.TEXT, runs.small())));
      rows.add(new Row(way, PICTURE, exchanges.topic(EchoMessage.IMAGE, runs.large())));
      rows.add(new Row(way, SERVICE, exchanges.service(runs.small())));
      rows.add(new Row(way, ACTION, exchanges.action(runs.small())));
      Throughput throughput = new Throughput(near, far);
      flows.add(throughput.text(way, 10 * runs.small()));
      flows.add(throughput.image(way, 2 * runs.large()));
    }
    rows.add(new Row(way, "a skill that takes no time, with its observation", skill(config)));
  }

  private Measured skill(RobotConfig config) {
    try (SkillRoundTrip trip = new SkillRoundTrip(config)) {
      return Measured.of(runs.skills() / 4, runs.skills(), trip);
    }
  }
}
