package io.souschef.app.cli.command;

import io.souschef.app.cli.option.PluginOptions;
import io.souschef.app.cli.terminal.Exit;
import io.souschef.app.cli.terminal.PrintedJson;
import io.souschef.app.cli.terminal.Terminal;
import io.souschef.app.plugin.Offer;
import io.souschef.app.view.Ink;
import io.souschef.models.ModelCatalog;
import io.souschef.models.ModelEntry;
import io.souschef.skills.text.Shown;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists models. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./souschef models",
      "  ./souschef models ~/models/SmolLM2",
    },
    description = "Lists the models that are there: sizes, licences, and how each would score.")
public final class ModelsCommand implements Callable<Integer> {

  @SuppressWarnings("NullAway.Init")
  @Spec
  private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PLACE",
      description = "Folders of models or .onnx files to list as well.")
  private List<Path> places = List.of();

  @Mixin private PluginOptions plugins = new PluginOptions();

  @Option(names = "--json", description = "Print as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<ModelEntry> entries = new ArrayList<>(ModelCatalog.shipped());
    places.forEach(place -> entries.addAll(ModelCatalog.at(place)));
    plugins.plugins().offers().stream().map(ModelsCommand::entry).forEach(entries::add);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(PrintedJson.of(entries));
    } else {
      Ink ink = Terminal.ink();
      entries.forEach(entry -> show(out, entry, ink));
    }
    out.flush();
    return Exit.DONE;
  }

  /** A plug-in among the models, whatever port it is for. */
  private static ModelEntry entry(Offer<?> offer) {
    String what = "%s of a plug-in".formatted(offer.port().what());
    return new ModelEntry(
        Shown.line(offer.source()),
        offer.isUsable() ? offer.choice() : "",
        offer.file().map(file -> file.toFile().length()).orElse(0L),
        "not told; see where it came from",
        Shown.line(
            offer.isUsable()
                ? what + (offer.description().isBlank() ? "" : ": " + offer.description())
                : offer.fault()),
        offer.isUsable());
  }

  private static void show(PrintWriter out, ModelEntry entry, Ink ink) {
    out.println(
        "%s %-24s %8s  %s"
            .formatted(
                entry.usable() ? ink.good("✓") : ink.bad("✗"),
                entry.name(),
                String.format(Locale.ROOT, "%.1f MB", entry.bytes() / 1e6),
                entry.option()));
    out.println("    " + ink.wrap(entry.scoring(), "    "));
    out.println("    " + ink.wrap("licence: " + entry.licence(), "    "));
  }
}
