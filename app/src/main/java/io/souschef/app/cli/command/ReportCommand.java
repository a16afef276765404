package io.souschef.app.cli.command;

import io.souschef.app.bench.measure.ProcessFacts;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.app.cli.terminal.TypedCommand;
import io.souschef.evaluation.report.ResultsSection;
import io.souschef.evaluation.report.RunExport;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.report.across.BeforeAfterSection;
import io.souschef.evaluation.report.across.EndingsSection;
import io.souschef.evaluation.report.page.ReportPage;
import io.souschef.evaluation.statistics.Statistics;
import io.souschef.evaluation.statistics.Timings;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.WholeFile;
import io.souschef.skills.text.Counted;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a page of one run, or of several to compare. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef report runs/today runs/yesterday",
      "  ./souschef report runs/today --export paper",
    },
    description = "Makes report.html of a run; further runs are compared with the first.")
public final class ReportCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Folders made by eval.")
  private List<Path> folders = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Page (default: report.html in the first folder).")
  private @Nullable Path out;

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description = "Also write the first run's section of this Markdown page.")
  private @Nullable Path results;

  @Option(
      names = "--untrue-done",
      paramLabel = "FILE",
      description =
          "Also write to this Markdown page how often the runs, all together, ended as done though"
              + " the goal does not hold.")
  private @Nullable Path untrueDone;

  @Option(
      names = "--before",
      paramLabel = "FOLDER",
      description = "An earlier run, for --before-after; may be repeated.")
  private List<Path> before = List.of();

  @Option(
      names = "--before-after",
      paramLabel = "FILE",
      description =
          "Also write to this Markdown page what changed from the runs of --before to these, suite"
              + " by suite, with paired tests.")
  private @Nullable Path beforeAfter;

  @Option(
      names = "--export",
      paramLabel = "FOLDER",
      description = "Also write the first run's tables as CSV and LaTeX and its plots as SVG.")
  private @Nullable Path export;

  @Option(names = "--json", description = "Print the figures of the runs, as JSON.")
  private boolean json;

  private static Path folderOf(Path page) {
    return Objects.requireNonNullElse(page.toAbsolutePath().getParent(), page.toAbsolutePath());
  }

  @Override
  public Integer call() {
    List<RunView> runs = folders.stream().map(RunView::read).toList();
    Path page = out == null ? folders.get(0).resolve("report.html") : out;
    WholeFile.write(page, new ReportPage().render(runs, folderOf(page)));
    Map<String, String> written = new LinkedHashMap<>();
    written.put("report", page.toString());
    if (results != null) {
      ResultsSection.write(results, runs.get(0));
      written.put("results", results.toString());
    }
    if (untrueDone != null) {
      EndingsSection.write(untrueDone, runs, TypedCommand.of(spec), ProcessFacts.machine());
      written.put("untrue done", untrueDone.toString());
    }
    if (beforeAfter != null) {
      BeforeAfterSection.write(
          beforeAfter, earlier(), runs, TypedCommand.of(spec), ProcessFacts.machine());
      written.put("before and after", beforeAfter.toString());
    }
    if (export != null) {
      int files = RunExport.write(export, runs.get(0)).size();
      written.put("export", "%s (%s)".formatted(export, Counted.of(files, "file")));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(PrintedJson.of(new Figures(written, runs.stream().map(Figures::of).toList())));
    } else {
      written.forEach((what, where) -> out.println(what + " " + where));
    }
    return Exit.DONE;
  }

  private List<RunView> earlier() {
    if (before.isEmpty()) {
      throw new InvalidInputException(
          "--before-after needs the earlier runs; name each with --before FOLDER");
    }
    return before.stream().map(RunView::read).toList();
  }

  /** What {@code --json} prints. */
  private record Figures(Map<String, String> written, List<Run> runs) {

    private record Run(String name, String folder, Statistics statistics, Timings timings) {}

    static Run of(RunView run) {
      return new Run(run.name(), run.path().toString(), run.statistics(), run.timings());
    }
  }
}
