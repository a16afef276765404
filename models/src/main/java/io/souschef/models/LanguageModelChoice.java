package io.souschef.models;

import io.souschef.models.language.huggingface.OnnxModelFiles;
import io.souschef.models.server.http.ServerAddress;
import io.souschef.skills.failure.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What {@code --llm} names, read once. */
public sealed interface LanguageModelChoice {

  /** How it is written: {@link #parse} gives the same choice again. */
  String name();

  /**
   * The files that it consists of: what is different when they are is another model. What reports
   * call each to where it lies; none for what is in the jar or behind a server.
   *
   * @throws InvalidInputException when they are not there
   */
  default Map<String, Path> files() {
    return Map.of();
  }

  /** The model that this build brings along. */
  record Shipped() implements LanguageModelChoice {
    @Override
    public String name() {
      return LanguageModels.EMBEDDED;
    }
  }

  /** A model of the shipped kind, of one's own training. */
  record OwnTraining(Path file) implements LanguageModelChoice {
    @Override
    public String name() {
      return LanguageModels.EMBEDDED + ":" + file;
    }

    @Override
    public Map<String, Path> files() {
      return Map.of(String.valueOf(file.getFileName()), file);
    }
  }

  /**
   * Any causal language model in ONNX.
   *
   * @param at its folder, or one graph in it
   */
  record Foreign(Path at) implements LanguageModelChoice {
    @Override
    public String name() {
      return "onnx:" + at;
    }

    @Override
    public Map<String, Path> files() {
      OnnxModelFiles model = OnnxModelFiles.of(at);
      Map<String, Path> files = new TreeMap<>();
      model.all().forEach(file -> files.put(model.folder().relativize(file).toString(), file));
      return files;
    }
  }

  /** A model behind a server, of which nothing but the name is known. */
  record Served(String address) implements LanguageModelChoice {
    @Override
    public String name() {
      return "openai:" + address;
    }
  }

  /**
   * Reads a choice as users write it.
   *
   * @throws InvalidInputException when there is no such kind of model
   */
  static LanguageModelChoice parse(String name) {
    int colon = name.indexOf(':');
    String kind = colon < 0 ? name : name.substring(0, colon);
    String rest = name.substring(colon + 1);
    if (name.equals(LanguageModels.EMBEDDED)) {
      return new Shipped();
    }
    if (colon >= 0 && !rest.isBlank()) {
      if (kind.equals(LanguageModels.EMBEDDED)) {
        return new OwnTraining(Path.of(rest));
      }
      if (kind.equals("onnx")) {
        return new Foreign(Path.of(rest));
      }
      if (kind.equals("openai")) {
        ServerAddress.parse(rest);
        return new Served(rest);
      }
    }
    throw new InvalidInputException(
        "There is no language model '%s'; pass embedded, embedded:<file.onnx>, onnx:<folder or file> or openai:<url>#<model>"
            .formatted(name));
  }
}
