package io.souschef.app.cli.command;

import io.souschef.app.cli.option.PluginOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.app.cli.terminal.Terminal;
import io.souschef.app.doctor.Checkup;
import io.souschef.app.doctor.Finding;
import io.souschef.app.doctor.RobotCheckup;
import io.souschef.app.view.Ink;
import io.souschef.ros.Transports;
import io.souschef.ros.discovery.RobotDraft;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RosbridgeSettings;
import io.souschef.ros.transport.rosbridge.RosbridgeTransport;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.text.Shown;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether this machine can run Souschef, and what to mend. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef doctor",
      "  ./souschef doctor --llm openai:http://localhost:8080#phi",
      "  ./souschef doctor --discover ws://localhost:9090 --robot-config my-robot.yaml",
    },
    description = "Checks Java, native libraries, models and write access; says how to mend.")
public final class DoctorCommand implements Callable<Integer> {

  /** As wide as a mark and a subject. */
  private static final String INDENT = " ".repeat(21);

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Option(
      names = "--llm",
      paramLabel = "MODEL",
      description = "Language model to check (default: ${DEFAULT-VALUE}).",
      defaultValue = "embedded")
  private String llm = "embedded";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Folder that runs write to (default: ${DEFAULT-VALUE}).",
      defaultValue = "runs")
  private Path out = Path.of("runs");

  @Option(
      names = "--robot-config",
      paramLabel = "FILE",
      description = "Check this ROS 2 robot's file and the robot, too; nothing moves.")
  private @Nullable Path robotConfig;

  @Option(
      names = "--discover",
      paramLabel = "URL",
      description =
          "Write a first robot file from what the rosbridge there tells of its graph: to"
              + " --robot-config, else print it; nothing moves.")
  private @Nullable String discover;

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (discover != null) {
      return draft(discover);
    }
    List<Finding> findings = new ArrayList<>(new Checkup(llm, out, plugins.plugins()).run());
    if (robotConfig != null) {
      findings.addAll(new RobotCheckup(robotConfig, SkillLibrary.standard()).run());
    }
    PrintWriter writer = spec.commandLine().getOut();
    if (json) {
      writer.println(PrintedJson.of(findings));
    } else {
      Ink ink = Terminal.ink();
      findings.forEach(
          finding ->
              writer.println(
                  "%s %-18s %s"
                      .formatted(
                          mark(finding, ink),
                          finding.subject(),
                          ink.wrap(Shown.line(finding.detail()), INDENT))));
    }
    writer.flush();
    return findings.stream().allMatch(Finding::healthy) ? Exit.DONE : Exit.NOT_DONE;
  }

  private int draft(String url) {
    String file;
    try (RosTransport transport =
        RosbridgeTransport.connect(
            RosbridgeSettings.at(Transports.uri(url)),
            MessageCatalog.standard(Distribution.JAZZY))) {
      file = RobotDraft.of(transport, url, Duration.ofSeconds(4));
    }
    PrintWriter writer = spec.commandLine().getOut();
    if (robotConfig == null) {
      writer.print(file);
    } else {
      write(robotConfig, file);
      writer.println(
          "'%s': a first robot file; mend what is marked as yours".formatted(robotConfig));
    }
    writer.flush();
    return Exit.DONE;
  }

  /** A file that is there is somebody's work. */
  private static void write(Path to, String text) {
    try {
      Files.writeString(to, text, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidInputException(
          "'%s' is there already; name another file for the draft".formatted(to), e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "'%s' cannot be written (%s); choose another file".formatted(to, IoReason.of(e)), e);
    }
  }

  private static String mark(Finding finding, Ink ink) {
    return switch (finding.verdict()) {
      case GOOD -> ink.good("✓");
      case BAD -> ink.bad("✗");
      case TOLD -> "·";
    };
  }
}
