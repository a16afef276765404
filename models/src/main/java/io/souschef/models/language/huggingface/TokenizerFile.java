package io.souschef.models.language.huggingface;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A tokenizer.json, checked before native code sees it: where that code meets what it did not
 * expect, it takes the whole process down instead of saying so.
 *
 * @param text its JSON
 * @param controls what spells a control token, with its id
 * @param unknown ids of the token for unknown text, which no instruction can misuse
 */
public record TokenizerFile(String text, Map<String, Integer> controls, Set<Integer> unknown) {

  private static final Set<String> MODELS = Set.of("BPE", "WordPiece", "WordLevel", "Unigram");
  private static final int DEEPEST = 20;

  /**
   * Reads and checks.
   *
   * @throws InvalidInputException naming the part that is damaged
   */
  public static TokenizerFile read(Path file) {
    String text = new PlainFile("Tokenizer", file).text(PlainFile.RECORDS);
    try {
      JsonNode root = ModelText.object(text);
      model(root.path("model"));
      normalizer(root.path("normalizer"), 0);
      processor(root.path("post_processor"), 0);
      return new TokenizerFile(text, controls(root), unknown(root));
    } catch (JsonProcessingException e) {
      throw damaged(file, "it is no JSON: " + JsonReason.what(e), e);
    } catch (IllegalArgumentException e) {
      throw damaged(file, "it holds " + e.getMessage(), e);
    } catch (DamagedException e) {
      throw damaged(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static InvalidInputException damaged(Path file, String why, Exception cause) {
    return new InvalidInputException(
        "Tokenizer '%s' is damaged (%s); download it from where the model came from"
            .formatted(file, why),
        cause);
  }

  /** A part is not as it has to be. */
  static final class DamagedException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedException(String message) {
      super(message);
    }
  }

  private static void check(boolean holds, String otherwise) throws DamagedException {
    if (!holds) {
      throw new DamagedException(otherwise);
    }
  }

  private static void model(JsonNode model) throws DamagedException {
    check(model.isObject(), "it has no 'model'");
    String type = model.path("type").asText("BPE");
    check(MODELS.contains(type), "its model has the unknown type '%s'".formatted(type));
    JsonNode vocabulary = model.path("vocab");
    check(
        (type.equals("Unigram") ? vocabulary.isArray() : vocabulary.isObject())
            && !vocabulary.isEmpty(),
        "its model has no vocabulary");
    for (JsonNode entry : vocabulary) {
      check(
          type.equals("Unigram")
              ? entry.size() == 2 && entry.get(0).isTextual() && entry.get(1).isNumber()
              : isId(entry),
          "its vocabulary has a malformed entry");
    }
    if (type.equals("BPE")) {
      merges(model);
    }
  }

  private static boolean isId(JsonNode entry) {
    return entry.isInt() && entry.asInt() >= 0;
  }

  /** The second half of a merge begins with the prefix, which is cut off. */
  private static void merges(JsonNode model) throws DamagedException {
    String prefix = model.path("continuing_subword_prefix").asText("");
    if (model.path("continuing_subword_prefix").isNull() || prefix.isEmpty()) {
      return;
    }
    for (JsonNode merge : model.path("merges")) {
      String second =
          merge.isTextual()
              ? merge.asText().substring(merge.asText().indexOf(' ') + 1)
              : merge.path(1).asText();
      check(
          second.startsWith(prefix),
          "a merge does not begin with the prefix '%s' of its model".formatted(prefix));
    }
  }

  private static void normalizer(JsonNode normalizer, int depth) throws DamagedException {
    check(depth < DEEPEST, "its normalizers are nested too deep");
    if (normalizer.path("type").asText().equals("Precompiled")
        || normalizer.has("precompiled_charsmap")) {
      JsonNode map = normalizer.path("precompiled_charsmap");
      check(map.isTextual(), "its precompiled_charsmap is no text");
      CharacterMap.check(map.asText());
    }
    for (JsonNode part : normalizer.path("normalizers")) {
      normalizer(part, depth + 1);
    }
  }

  private static void processor(JsonNode processor, int depth) throws DamagedException {
    check(depth < DEEPEST, "its post-processors are nested too deep");
    for (String template : new String[] {"single", "pair"}) {
      for (JsonNode piece : processor.path(template)) {
        JsonNode special = piece.path("SpecialToken").path("id");
        check(
            special.isMissingNode() || processor.path("special_tokens").has(special.asText()),
            "its post-processor uses '%s', which it does not define".formatted(special.asText()));
      }
    }
    for (JsonNode special : processor.path("special_tokens")) {
      JsonNode ids = special.path("ids");
      check(
          ids.isArray() && ids.size() == special.path("tokens").size(),
          "its post-processor has a special token without ids");
      for (JsonNode id : ids) {
        check(isId(id), "its post-processor has a special token without ids");
      }
    }
    for (JsonNode part : processor.path("processors")) {
      processor(part, depth + 1);
    }
  }

  /** Added tokens that are special, or look like it: "&lt;tool_call&gt;". */
  private static Map<String, Integer> controls(JsonNode root) throws DamagedException {
    Map<String, Integer> controls = new LinkedHashMap<>();
    for (JsonNode token : root.path("added_tokens")) {
      String content = token.path("content").asText();
      check(
          token.path("content").isTextual() && !content.isEmpty() && isId(token.path("id")),
          "an added token has no content or no id");
      boolean bracketed = content.matches("(?s)<.+>|\\[.+]");
      if (!content.isBlank() && (token.path("special").asBoolean() || bracketed)) {
        controls.put(content, token.path("id").asInt());
      }
    }
    return controls;
  }

  private static Set<Integer> unknown(JsonNode root) {
    JsonNode model = root.path("model");
    Set<Integer> unknown = new HashSet<>();
    if (model.path("unk_id").isInt()) {
      unknown.add(model.path("unk_id").asInt());
    }
    JsonNode word = model.path("vocab").path(model.path("unk_token").asText());
    if (word.isInt()) {
      unknown.add(word.asInt());
    }
    return unknown;
  }
}
