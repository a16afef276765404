package io.souschef.models.language;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.souschef.skills.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the JSON files that lie beside a model: plain files, bounded, whole. */
final class ModelText {

  /** The largest tokenizers, of a quarter of a million words, take some 35 MB. */
  private static final long MOST_BYTES = 128L << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength((int) MOST_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ModelText() {}

  /**
   * Reads a JSON object.
   *
   * @throws InvalidInputException when the file is missing, no plain file, too long or no such JSON
   */
  static JsonNode json(Path file) {
    JsonNode root;
    try {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInputException(
            "Model file '%s' is missing or no plain file; download it from where the model came from"
                .formatted(file));
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new InvalidInputException(
            "Model file '%s' has %,d bytes, which no model needs; download it from where the model came from"
                .formatted(file, Files.size(file)));
      }
      root = JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "Model file '%s' is no JSON (line %d, column %d); download it from where the model came from"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
          e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Model file '%s' cannot be read: %s".formatted(file, e.getMessage()), e);
    }
    if (!root.isObject()) {
      throw new InvalidInputException(
          "Model file '%s' is no JSON object; download it from where the model came from"
              .formatted(file));
    }
    return root;
  }

  /** The text of a tree, without needless escapes. */
  static byte[] bytes(Path file, JsonNode root) {
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "Model file '%s' holds text that is no Unicode; download it from where the model came from"
              .formatted(file),
          e);
    }
  }
}
