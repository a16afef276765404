package io.souschef.models.language.huggingface;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import java.nio.file.Path;

/** Reads the JSON files that lie beside a model. */
final class ModelText {

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(100)
                          .maxStringLength((int) PlainFile.RECORDS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ModelText() {}

  /**
   * Reads config.json.
   *
   * @throws InvalidInputException when the file is missing, no plain file, too long or no such JSON
   */
  static JsonNode json(Path file) {
    try {
      return object(new PlainFile("Model file", file).text(PlainFile.HAND_WRITTEN));
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "Model file '%s' is no JSON (%s); download it from where the model came from"
              .formatted(file, JsonReason.what(e)),
          e);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "Model file '%s' holds %s; download it from where the model came from"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException when the text is other JSON
   */
  static JsonNode object(String text) throws JsonProcessingException {
    JsonNode root = JSON.readTree(text);
    if (root == null || !root.isObject()) {
      throw new IllegalArgumentException("no JSON object");
    }
    return root;
  }
}
