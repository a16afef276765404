package io.souschef.app.bench;

import io.souschef.rosbridge.Transports;
import io.souschef.rosbridge.config.RobotConfig;
import io.souschef.rosbridge.transport.RosTransport;
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
  private final int runs;
  private final List<RosBenchmark.Row> rows;

  PeerBenchmark(Path program, int runs, List<RosBenchmark.Row> rows) {
    this.program = program;
    this.runs = runs;
    this.rows = rows;
  }

  void run(RobotConfig config) {
    try {
      Process server = start("serve");
      try {
        rows.add(new RosBenchmark.Row("C with C", "topic there and back, 64 B", ask("ping")));
        rows.add(new RosBenchmark.Row("C with C", "service", ask("call")));
        try (RosTransport near = Transports.connect(config.connection(), config.catalog())) {
          rows.add(
              new RosBenchmark.Row(
                  "dds with C",
                  "topic there and back, 64 B",
                  Exchanges.thereAndBack(
                      near,
                      Exchanges.STRING,
                      "/peer/ping",
                      "/peer/pong",
                      Exchanges.text(""),
                      runs)));
          rows.add(
              new RosBenchmark.Row(
                  "dds with C", "service", Exchanges.calls(near, "/peer/set_bool", runs)));
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

  private Process start(String what) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            what,
            Integer.toString(RosBenchmark.DOMAIN),
            Integer.toString(runs));
    builder.environment().put("CYCLONEDDS_URI", LOOPBACK);
    return builder.start();
  }

  /** Lets it measure itself: it prints runs, median and 95th percentile. */
  private Measured ask(String what) throws IOException, InterruptedException {
    Process process = start(what);
    String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] words = line.strip().split(" ");
    if (process.waitFor() != 0 || words.length != 3) {
      throw new IOException("it said '%s'".formatted(line.strip()));
    }
    return new Measured(
        Integer.parseInt(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }
}
