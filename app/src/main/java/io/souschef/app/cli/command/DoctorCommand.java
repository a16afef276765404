package io.souschef.app.cli.command;

import io.souschef.app.cli.option.PluginOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.app.cli.terminal.Terminal;
import io.souschef.app.doctor.Checkup;
import io.souschef.app.doctor.Finding;
import io.souschef.app.doctor.RobotCheckup;
import io.souschef.app.view.Ink;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.text.Shown;
import java.io.PrintWriter;
import java.nio.file.Path;
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

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() {
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

  private static String mark(Finding finding, Ink ink) {
    return switch (finding.verdict()) {
      case GOOD -> ink.good("✓");
      case BAD -> ink.bad("✗");
      case TOLD -> "·";
    };
  }
}
