package io.souschef.app.cli.command;

import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.app.kitchen.Describer;
import io.souschef.app.kitchen.KitchenPictures;
import io.souschef.app.kitchen.KitchenReport;
import io.souschef.app.kitchen.NewKitchen;
import io.souschef.app.kitchen.SuggestedAttributes;
import io.souschef.models.text.TextEmbedder;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.file.KitchenSource;
import io.souschef.sim.survey.Survey;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.text.Counted;
import io.souschef.skills.text.Shown;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, checks and shows kitchens of one's own. */
@Command(
    name = "kitchen",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef kitchen new home.yaml",
      "  ./souschef kitchen check home.yaml",
      "  ./souschef kitchen show home.yaml",
    },
    description = "Makes, checks and shows kitchens of your own (docs/own-kitchen.md).")
public final class KitchenCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  private record Checked(
      String kitchen, List<String> faults, Map<String, List<String>> suggested) {}

  @Override
  public Integer call() {
    throw new InvalidInputException(
        "Say what to do: `souschef kitchen new`, `kitchen check` or `kitchen show`");
  }

  @Command(
      name = "new",
      footerHeading = "%nExamples:%n",
      footer = {
        "  ./souschef kitchen new home.yaml",
      },
      mixinStandardHelpOptions = true,
      description = "Writes a small home with comments, to begin with.")
  int begin(
      @Parameters(paramLabel = "FILE", description = "A file that is not there yet.") Path file) {
    NewKitchen.write(file);
    PrintWriter out = spec.commandLine().getOut();
    out.println("%s is a small home to change; now".formatted(file));
    out.println("  ./souschef kitchen check %s".formatted(file));
    out.println("  ./souschef kitchen show %s".formatted(file));
    out.flush();
    return Exit.DONE;
  }

  @Command(
      name = "check",
      footerHeading = "%nExamples:%n",
      footer = {
        "  ./souschef kitchen check home.yaml",
        "  ./souschef kitchen check home.yaml --suggest",
      },
      mixinStandardHelpOptions = true,
      description = "Names every fault of kitchen files at once, by line and field.")
  int check(
      @Parameters(arity = "1..*", paramLabel = "FILE", description = "Kitchen files.")
          List<String> files,
      @Option(
              names = "--suggest",
              description =
                  "Where nothing is wrong, writes attributes into the file for things that have"
                      + " none, by their nouns, colours and forms. Look at them.")
          boolean suggest,
      @Option(names = "--json", description = "Print as JSON.") boolean json) {
    List<Checked> checked = checked(files, suggest);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(PrintedJson.of(checked));
    } else {
      checked.forEach(this::show);
    }
    out.flush();
    return checked.stream().allMatch(kitchen -> kitchen.faults().isEmpty())
        ? Exit.DONE
        : Exit.USER_MISTAKE;
  }

  private static List<Checked> checked(List<String> files, boolean suggest) {
    if (!suggest) {
      return files.stream().map(file -> new Checked(file, faults(file), Map.of())).toList();
    }
    try (TextEmbedder embedder = TextEmbedder.open()) {
      Describer describer = new Describer(new SuggestedAttributes(embedder));
      return files.stream().map(file -> described(file, describer)).toList();
    }
  }

  private static Checked described(String file, Describer describer) {
    List<String> faults = faults(file);
    boolean own = !KitchenSource.SHIPPED.contains(file);
    return new Checked(
        file, faults, faults.isEmpty() && own ? describer.describe(Path.of(file)) : Map.of());
  }

  /** A file that cannot be read at all is a fault like others: those after it are checked, too. */
  private static List<String> faults(String file) {
    try {
      return source(file).faults();
    } catch (InvalidInputException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private static KitchenSource source(String file) {
    return KitchenSource.SHIPPED.contains(file)
        ? KitchenSource.shipped(file)
        : KitchenSource.read(Path.of(file));
  }

  private void show(Checked checked) {
    PrintWriter err = spec.commandLine().getErr();
    checked.faults().forEach(fault -> err.println("souschef: " + Shown.line(fault)));
    err.flush();
    if (checked.faults().isEmpty()) {
      Kitchen kitchen = source(checked.kitchen()).kitchen();
      spec.commandLine()
          .getOut()
          .println(
              "%s: %s, %s, no fault"
                  .formatted(
                      checked.kitchen(),
                      Counted.of(kitchen.sites().size(), "place"),
                      Counted.of(
                          kitchen.catalog().kinds().size(), "kind of things", "kinds of things")));
      kitchen.catalog().kinds().forEach(this::remark);
      checked
          .suggested()
          .forEach(
              (noun, words) ->
                  spec.commandLine()
                      .getOut()
                      .println("  %s: wrote %s".formatted(noun, String.join(", ", words))));
    }
  }

  /** What is no fault and yet worth a word. */
  private void remark(ObjectKind kind) {
    Survey.fault(kind)
        .ifPresent(
            why ->
                spec.commandLine()
                    .getOut()
                    .println("  the robot cannot pick up the %s: %s".formatted(kind.noun(), why)));
  }

  @Command(
      name = "show",
      footerHeading = "%nExamples:%n",
      footer = {
        "  ./souschef kitchen show home.yaml",
        "  ./souschef kitchen show flat --no-try --out pictures",
      },
      mixinStandardHelpOptions = true,
      description = {
        "Draws a kitchen from above and in 3-D, and tries at every place what the robot can do.",
        "Green dots on the plan are where the hand gets to, red ones where it does not."
      })
  int show(
      @Parameters(paramLabel = "FILE", description = "Kitchen file, or a shipped kitchen's name.")
          String file,
      @Option(
              names = "--out",
              paramLabel = "FOLDER",
              description = "Folder for the pictures (default: where this runs).")
          @Nullable Path folder,
      @Option(names = "--no-try", description = "Draw only; trying takes a second for each place.")
          boolean drawOnly,
      @Option(names = "--json", description = "Print as JSON.") boolean json) {
    Kitchen kitchen = source(file).kitchen();
    Survey survey = new Survey(kitchen);
    PrintWriter out = spec.commandLine().getOut();
    String name = String.valueOf(Path.of(file).getFileName()).replaceFirst("\\.[^.]*$", "");
    List<Path> pictures =
        new KitchenPictures(kitchen, survey.reach())
            .write(folder == null ? Path.of("") : folder, name);
    if (!json) {
      pictures.forEach(picture -> out.println("picture " + picture));
    }
    if (!drawOnly || json) {
      KitchenReport report = KitchenReport.of(kitchen, survey, !drawOnly);
      out.println(json ? PrintedJson.of(report) : report.text());
    }
    out.flush();
    return Exit.DONE;
  }
}
