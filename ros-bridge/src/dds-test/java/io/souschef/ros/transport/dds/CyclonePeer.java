package io.souschef.ros.transport.dds;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The peer in C on Debian's Cyclone DDS, {@code src/test/peer}, as a process. Tests with it are
 * skipped, with the reason, where its compiler or library is missing.
 */
final class CyclonePeer implements AutoCloseable {

  private static final Path SOURCES = Path.of("src", "test", "peer").toAbsolutePath();
  private static final Path FOLDER = Path.of("target", "peer").toAbsolutePath();

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final Consumer<String> motions;

  private CyclonePeer(Process process, Consumer<String> motions) {
    this.process = process;
    this.motions = motions;
    Thread reader = new Thread(this::read, "peer");
    reader.setDaemon(true);
    reader.start();
  }

  /** Builds the peer where need be, and starts it. */
  static CyclonePeer serve(int domain) throws IOException, InterruptedException {
    return start("serve", domain);
  }

  /** Starts it in one of the roles that stand at the head of its source. */
  static CyclonePeer start(String role, int domain) throws IOException, InterruptedException {
    return start(role, domain, line -> {});
  }

  /**
   * The same.
   *
   * @param motions told of every line on when it moves, in their order
   */
  static CyclonePeer start(String role, int domain, Consumer<String> motions)
      throws IOException, InterruptedException {
    build();
    ProcessBuilder builder =
        new ProcessBuilder(FOLDER.resolve("peer").toString(), role, Integer.toString(domain))
            .redirectErrorStream(true);
    builder
        .environment()
        .put("CYCLONEDDS_URI", SOURCES.resolve("cyclonedds.xml").toUri().toString());
    CyclonePeer peer = new CyclonePeer(builder.start(), motions);
    peer.await("ready");
    return peer;
  }

  private static void build() throws IOException, InterruptedException {
    for (String tool : new String[] {"cc", "idlc"}) {
      if (!isOnPath(tool)) {
        abort(tool + " is not on the PATH: install a C compiler, cyclonedds-dev, cyclonedds-tools");
      }
    }
    Path program = FOLDER.resolve("peer");
    if (Files.exists(program)
        && Files.getLastModifiedTime(program)
                .compareTo(Files.getLastModifiedTime(SOURCES.resolve("peer.c")))
            > 0) {
      return;
    }
    Process build =
        new ProcessBuilder(SOURCES.resolve("build").toString(), FOLDER.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (build.waitFor() != 0) {
      if (said.contains("dds/dds.h") || said.contains("-lddsc")) {
        abort("the library of Cyclone DDS is not installed: install cyclonedds-dev");
      }
      throw new AssertionError("The C peer does not build: " + said);
    }
  }

  private static boolean isOnPath(String tool) {
    for (String folder :
        System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
      if (Files.isExecutable(Path.of(folder, tool))) {
        return true;
      }
    }
    return false;
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("at ")) {
          motions.accept(line);
        } else {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      lines.add("killed: " + e.getMessage()); // by close or kill, in the midst of a line
    }
  }

  /** Waits until it prints a line that begins like this. */
  String await(String beginning) throws InterruptedException {
    while (true) {
      String line = lines.poll(40, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("The C peer never said '%s'".formatted(beginning));
      }
      if (line.startsWith(beginning)) {
        return line;
      }
    }
  }

  /** Makes it stand still, as a person at the robot's own stop does. */
  void halt() throws IOException {
    process.getOutputStream().write('h');
    process.getOutputStream().flush();
  }

  /** Stops the process where it is, or lets it go on. */
  void freeze(boolean frozen) throws IOException, InterruptedException {
    new ProcessBuilder("kill", frozen ? "-STOP" : "-CONT", Long.toString(process.pid()))
        .start()
        .waitFor();
  }

  /** Kills it without a farewell. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
