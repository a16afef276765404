package io.souschef.app.cli;

import io.souschef.app.robot.RobotProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A robot's process with the file by which a planner reaches it. */
public final class ReachableRobot implements AutoCloseable {

  private final Path log;
  private final Path config;
  private final RobotProcess process;

  public ReachableRobot(Path folder, String transport, int domain, List<String> more)
      throws IOException {
    log = folder.resolve("robot.log");
    config = folder.resolve("robot.yaml");
    List<String> options = new ArrayList<>(List.of("--transport", transport));
    options.addAll(List.of("--port", Integer.toString(RobotProcess.freePort())));
    options.addAll(List.of("--domain-id", Integer.toString(domain)));
    options.addAll(more);
    process = RobotProcess.start(options, log);
    options.add(0, "robot");
    options.add("--print-config");
    StringWriter out = new StringWriter();
    Main.run(options.toArray(String[]::new), new PrintWriter(out), new PrintWriter(out));
    Files.writeString(config, out.toString());
  }

  public Path config() {
    return config;
  }

  /** Ends it as Ctrl-C does, and returns all that it printed. */
  public String endAndTell() throws IOException {
    process.close();
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.close();
  }
}
