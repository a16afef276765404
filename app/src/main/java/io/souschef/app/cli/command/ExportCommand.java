package io.souschef.app.cli.command;

import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.recording.McapExport;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.WholeFile;
import io.souschef.web.export.HtmlExport;
import io.souschef.web.export.Pictures;
import io.souschef.web.replay.Replay;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes files of an episode, to send to somebody. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef export runs/episode --html page.html",
      "  ./souschef export runs/episode/trace.jsonl --gif episode.gif",
    },
    description = "Makes a page, a picture, a moving one or a recording of an episode.")
public final class ExportCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "TRACE", description = "A trace.jsonl (also .gz), or a folder with one.")
  private Path trace = Path.of("");

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "One page in 3-D that needs no network.")
  private @Nullable Path html;

  @Option(names = "--gif", paramLabel = "FILE", description = "A moving picture.")
  private @Nullable Path gif;

  @Option(names = "--png", paramLabel = "FILE", description = "A picture of the end.")
  private @Nullable Path png;

  @Option(
      names = "--mcap",
      paramLabel = "FILE",
      description = "A recording for Foxglove and ros2 bag.")
  private @Nullable Path mcap;

  @Override
  public Integer call() {
    if (html == null && gif == null && png == null && mcap == null) {
      throw new InvalidInputException(
          "Nothing to make; name a file with --html, --gif, --png or --mcap");
    }
    Replay replay = Replay.read(trace);
    Map<Path, byte[]> files = new LinkedHashMap<>();
    if (html != null) {
      files.put(html, HtmlExport.page(replay).getBytes(StandardCharsets.UTF_8));
    }
    if (gif != null) {
      files.put(gif, Pictures.gif(replay));
    }
    if (png != null) {
      files.put(png, Pictures.png(replay));
    }
    files.forEach(this::write);
    if (mcap != null) {
      McapExport.write(replay, mcap);
      spec.commandLine().getOut().printf("%s%n", mcap);
      spec.commandLine().getOut().flush();
    }
    return Exit.DONE;
  }

  private void write(Path file, byte[] content) {
    WholeFile.write(file, content);
    spec.commandLine().getOut().printf("%s  %s kB%n", file, (content.length + 999) / 1000);
    spec.commandLine().getOut().flush();
  }
}
