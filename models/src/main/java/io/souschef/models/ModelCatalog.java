package io.souschef.models;

import io.souschef.models.affordance.OnnxAffordanceFunction;
import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.models.language.huggingface.OnnxLanguageModel;
import io.souschef.models.text.TextEmbedder;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists models without loading their weights. Stateless. */
public final class ModelCatalog {

  private static final String OURS = "Apache-2.0";
  private static final String STARTED =
      "Apache-2.0; started from all-MiniLM-L6-v2, which is Apache-2.0, too";
  private static final String UNKNOWN = "not told; see where it came from";

  private ModelCatalog() {}

  /** What this build brings along. */
  public static List<ModelEntry> shipped() {
    List<ModelEntry> entries = new ArrayList<>();
    if (EmbeddedLanguageModel.isShipped()) {
      entries.add(
          new ModelEntry(
              "say.onnx",
              "--llm " + LanguageModels.EMBEDDED,
              bytes(EmbeddedLanguageModel.RESOURCE),
              STARTED,
              "say: all skills as a tree in one prompt, or best first",
              true));
    }
    entries.add(
        new ModelEntry(
            "can.onnx",
            "--affordance learned",
            bytes(OnnxAffordanceFunction.RESOURCE),
            OURS,
            "can: all skills in one batch",
            true));
    entries.add(
        new ModelEntry(
            "all-MiniLM-L6-v2",
            "",
            bytes(TextEmbedder.RESOURCE),
            "Apache-2.0",
            "meaning of words, for can.onnx",
            true));
    return entries;
  }

  private static long bytes(String resource) {
    URL url = ModelCatalog.class.getResource(resource);
    if (url == null) {
      return 0;
    }
    try (InputStream in = url.openStream()) {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new IllegalStateException("Resource %s cannot be read".formatted(resource), e);
    }
  }

  /**
   * The graphs in a folder, its folders included; or one graph.
   *
   * @throws InvalidInputException when there is no such folder or it holds no graph
   */
  public static List<ModelEntry> at(Path place) {
    if (!Files.exists(place)) {
      throw new InvalidInputException(
          "There is no '%s'; name a folder of models or an .onnx file".formatted(place));
    }
    List<Path> graphs = Files.isDirectory(place) ? OnnxLanguageModel.graphs(place) : List.of(place);
    if (graphs.isEmpty()) {
      throw new InvalidInputException(
          "Folder '%s' holds no .onnx file; name the folder of a model as Optimum exports it"
              .formatted(place));
    }
    return graphs.stream().map(ModelCatalog::entry).toList();
  }

  private static ModelEntry entry(Path graph) {
    try {
      boolean ours = EmbeddedLanguageModel.recognises(graph);
      String option = "--llm %s:%s".formatted(ours ? LanguageModels.EMBEDDED : "onnx", graph);
      String scoring =
          ours
              ? "say: all skills as a tree in one prompt, or best first"
              : "say: " + OnnxLanguageModel.describe(graph);
      return new ModelEntry(graph.toString(), option, size(graph), licence(graph), scoring, true);
    } catch (InvalidInputException e) {
      String why = String.valueOf(e.getMessage());
      return new ModelEntry(graph.toString(), "", size(graph), licence(graph), why, false);
    }
  }

  /** The graph and the files that hold its weights: model.onnx_data, model.onnx.data. */
  private static long size(Path graph) {
    String name = String.valueOf(graph.getFileName());
    try (Stream<Path> siblings = Files.list(graph.toAbsolutePath().resolveSibling(""))) {
      return siblings
          .filter(Files::isRegularFile)
          .filter(file -> String.valueOf(file.getFileName()).startsWith(name))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new InvalidInputException("The folder of '%s' cannot be read".formatted(graph), e);
    }
  }

  /** What a model card's head says, or the first line of a licence file. */
  private static String licence(Path graph) {
    Path folder = graph.toAbsolutePath().normalize().resolveSibling("");
    return Stream.of(folder, folder.resolveSibling(""))
        .flatMap(
            place ->
                Stream.concat(
                    line(place.resolve("README.md"), "license:").stream(),
                    line(place.resolve("LICENSE"), "").stream()))
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static Optional<String> line(Path file, String beginning) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .limit(40)
          .filter(line -> line.startsWith(beginning))
          .map(line -> line.substring(beginning.length()).strip())
          .filter(line -> !line.isEmpty())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
