package io.souschef.models.language.huggingface;

import io.souschef.models.onnx.GraphSignature;
import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a Hugging Face model in ONNX.
 *
 * @param folder where config.json and tokenizer.json lie, absolute
 * @param graph the graph that is served, in the folder or in a folder below it, absolute
 */
public record OnnxModelFiles(Path folder, Path graph) {

  private static final List<String> GRAPHS =
      List.of(
          "model.onnx",
          "decoder_model_merged.onnx",
          "decoder_with_past_model.onnx",
          "model_fp16.onnx",
          "model_int8.onnx",
          "model_quantized.onnx",
          "model_uint8.onnx",
          "model_q4.onnx",
          "model_q4f16.onnx");

  /**
   * Finds them.
   *
   * @param at the folder, or one graph in it (or in its folder {@code onnx})
   * @throws InvalidInputException when there is no graph
   */
  public static OnnxModelFiles of(Path at) {
    Path graph = (Files.isDirectory(at) ? graph(at) : at).toAbsolutePath().normalize();
    return new OnnxModelFiles(folder(graph), graph);
  }

  private static Path graph(Path folder) {
    for (String name : GRAPHS) {
      for (Path place : List.of(folder, folder.resolve("onnx"))) {
        if (Files.isRegularFile(place.resolve(name))) {
          return place.resolve(name);
        }
      }
    }
    throw new InvalidInputException(
        "Model folder '%s' has no graph by a known name (such as model.onnx, in it or in its folder onnx); name the .onnx file itself"
            .formatted(folder));
  }

  /** The graph's folder, or the one above it where config.json lies there. */
  private static Path folder(Path graph) {
    Path parent = graph.resolveSibling("");
    Path above = parent.resolveSibling("");
    boolean inside =
        !Files.isRegularFile(parent.resolve("config.json"))
            && Files.isRegularFile(above.resolve("config.json"));
    return inside ? above : parent;
  }

  Path config() {
    return folder.resolve("config.json");
  }

  Path tokenizer() {
    return folder.resolve("tokenizer.json");
  }

  /**
   * Everything that the scores depend on: the graph, the files that hold its weights, and what
   * tells how to read text.
   *
   * @throws InvalidInputException when a file of weights is missing
   */
  public List<Path> all() {
    List<Path> files = new ArrayList<>();
    files.add(graph);
    for (String name : GraphSignature.weightFiles(graph)) {
      Path weights = graph.resolveSibling(name).normalize();
      if (!weights.startsWith(graph.resolveSibling("")) || !Files.isRegularFile(weights)) {
        throw new InvalidInputException(
            "Model file '%s' has its weights in '%s', which is not beside it; download that, too"
                .formatted(graph, name));
      }
      files.add(weights);
    }
    Stream.of(config(), tokenizer()).filter(Files::isRegularFile).forEach(files::add);
    return files;
  }
}
