package io.souschef.app.cli;

import io.souschef.app.evaluation.report.ReportPage;
import io.souschef.app.evaluation.report.ResultsSection;
import io.souschef.app.evaluation.report.RunView;
import io.souschef.skills.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    description = "Makes report.html of a run; further runs are compared with the first.")
final class ReportCommand implements Callable<Integer> {

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

  @Override
  public Integer call() {
    List<RunView> runs = folders.stream().map(RunView::read).toList();
    Path page = out == null ? folders.get(0).resolve("report.html") : out;
    try {
      Files.writeString(page, new ReportPage().render(runs));
    } catch (IOException e) {
      throw new InvalidInputException(
          "The report cannot be written to '%s'; choose another --out".formatted(page), e);
    }
    spec.commandLine().getOut().println("report " + page);
    if (results != null) {
      ResultsSection.write(results, runs.get(0));
      spec.commandLine().getOut().println("results " + results);
    }
    return Main.Exit.DONE;
  }
}
