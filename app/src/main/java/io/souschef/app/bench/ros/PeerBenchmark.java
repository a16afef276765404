package io.souschef.app.bench.ros;

import io.souschef.app.bench.measure.Measured;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.execution.RobotException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The same over DDS with a peer in C: by itself with another of its make, and with us. */
final class PeerBenchmark {

  private static final String LOOPBACK =
      """
      <CycloneDDS><Domain><General><Interfaces>
        <NetworkInterface address="127.0.0.1" multicast="true"/>
      </Interfaces></General></Domain></CycloneDDS>
      """;

  private final Path program;
  private final RosBenchmark.Runs runs;
  private final List<RosBenchmark.Row> rows;

  PeerBenchmark(Path program, RosBenchmark.Runs runs, List<RosBenchmark.Row> rows) {
    this.program = program;
    this.runs = runs;
    this.rows = rows;
  }

  void run(RobotConfig config) {
    try {
      Process server = start("serve", 0);
      try {
        byThemselves();
        try (RosTransport near = Transports.connect(config.connection(), config.catalog())) {
          withUs(near);
        }
      } finally {
        server.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new RobotException("The C peer cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void byThemselves() throws IOException, InterruptedException {
    add("C with C", RosBenchmark.TEXT, ask("ping", runs.small()));
    add("C with C", RosBenchmark.PICTURE, ask("picture", runs.large()));
    add("C with C", RosBenchmark.SERVICE, ask("call", runs.small()));
    add("C with C", RosBenchmark.ACTION, ask("goal", runs.skills()));
  }

  private void withUs(RosTransport near) {
    add(
        "dds with C",
        RosBenchmark.TEXT,
        Exchanges.thereAndBack(near, EchoMessage.TEXT, "/peer/ping", "/peer/pong", runs.small()));
    add(
        "dds with C",
        RosBenchmark.PICTURE,
        Exchanges.thereAndBack(
            near, EchoMessage.IMAGE, "/peer/picture", "/peer/picture_back", runs.large()));
    add("dds with C", RosBenchmark.SERVICE, Exchanges.calls(near, "/peer/set_bool", runs.small()));
    add(
        "dds with C",
        RosBenchmark.ACTION,
        Exchanges.goals(near, "/peer/execute_skill", "once", runs.skills()));
  }

  private void add(String way, String what, Measured time) {
    rows.add(new RosBenchmark.Row(way, what, time));
  }

  private Process start(String what, int count) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            what,
            Integer.toString(RosBenchmark.DOMAIN),
            Integer.toString(count));
    builder.environment().put("CYCLONEDDS_URI", LOOPBACK);
    return builder.start();
  }

  /** Lets it measure itself: it prints runs, median and 95th percentile. */
  private Measured ask(String what, int count) throws IOException, InterruptedException {
    Process process = start(what, count);
    String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] words = line.strip().split(" ");
    if (process.waitFor() != 0 || words.length != 3) {
      throw new IOException("it said '%s'".formatted(line.strip()));
    }
    return new Measured(
        Integer.parseInt(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }
}
