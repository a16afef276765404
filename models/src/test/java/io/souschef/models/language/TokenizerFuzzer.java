package io.souschef.models.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.huggingface.TextTokenizer;
import io.souschef.models.language.huggingface.TokenizerFile;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Opens and uses tokenizers that were damaged at random; prints "done" when it is still alive. */
public final class TokenizerFuzzer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> WHOLE =
      List.of(
          """
          {"added_tokens": [{"id": 5, "content": "<s>", "special": true, "single_word": false,
             "lstrip": false, "rstrip": false, "normalized": false}],
           "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFC"},
             {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]},
           "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "\\\\s+|\\\\w+"},
             "behavior": "Isolated", "invert": false},
           "post_processor": {"type": "TemplateProcessing",
             "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
             "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
             "special_tokens": {"<s>": {"id": "<s>", "ids": [5], "tokens": ["<s>"]}}},
           "decoder": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
           "model": {"type": "BPE", "dropout": null, "unk_token": "u", "continuing_subword_prefix": null,
             "end_of_word_suffix": null, "fuse_unk": false,
             "vocab": {"f": 0, "i": 1, "fi": 2, "u": 3, "n": 4}, "merges": [["f", "i"]]}}
          """,
          """
          {"added_tokens": [{"id": 0, "content": "<unk>", "special": true, "single_word": false,
             "lstrip": false, "rstrip": false, "normalized": false}],
           "normalizer": {"type": "Precompiled", "precompiled_charsmap": "MAP"},
           "pre_tokenizer": {"type": "Metaspace", "replacement": "\\u2581", "prepend_scheme": "always", "split": true},
           "post_processor": {"type": "BertProcessing", "sep": ["f", 2], "cls": ["<unk>", 0]},
           "decoder": {"type": "Metaspace", "replacement": "\\u2581", "prepend_scheme": "always", "split": true},
           "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": false,
             "vocab": [["<unk>", 0.0], ["\\u2581", -2.0], ["f", -3.0], ["find", -4.0]]}}
          """,
          """
          {"added_tokens": [], "normalizer": {"type": "BertNormalizer", "clean_text": true,
             "handle_chinese_chars": true, "strip_accents": null, "lowercase": true},
           "pre_tokenizer": {"type": "BertPreTokenizer"}, "post_processor": null,
           "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": true},
           "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
             "max_input_chars_per_word": 100, "vocab": {"[UNK]": 0, "find": 1, "##a": 2}}}
          """);

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1",
          "4294967296",
          "1e308",
          "\"\"",
          "\"x\"",
          "\"\\u0000\"",
          "\"(\"",
          "[]",
          "[[]]",
          "{}",
          "{\"a\": 1}",
          "[1, 2]",
          "\"AAAA\"",
          "\"BAAAAAAAAAAAAAAA\"");

  private TokenizerFuzzer() {}

  /** Arguments: a folder to write to, and how many tokenizers. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Random random = new Random(17);
    String map = Base64.getEncoder().encodeToString(emptyMap());
    List<String> whole = WHOLE.stream().map(text -> text.replace("MAP", map)).toList();
    boolean fine = true;
    for (String text : whole) {
      fine &= survives(folder, text);
    }
    System.out.println("whole: " + fine);
    int accepted = 0;
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      String damaged = damaged(whole.get(i % whole.size()), random);
      Files.writeString(folder.resolve("last.json"), damaged);
      accepted += survives(folder, damaged) ? 1 : 0;
    }
    System.out.println("accepted: " + accepted);
    System.out.println("done");
  }

  /** A map without a single key. */
  private static byte[] emptyMap() {
    byte[] bytes = new byte[4 + 4 * 256];
    Arrays.fill(bytes, (byte) 0xff);
    bytes[0] = 0;
    bytes[1] = 4;
    bytes[2] = 0;
    bytes[3] = 0;
    Arrays.fill(bytes, 4, 8, (byte) 0);
    return bytes;
  }

  private static boolean survives(Path folder, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("tokenizer.json"), text);
    try (TextTokenizer tokenizer = TextTokenizer.of(file, TokenizerFile.read(file))) {
      for (String words : List.of("find a coke, <s>", "\u65e5\u672c \u00e9", " ", "fi\u0000n")) {
        tokenizer.decode(tokenizer.prompt(words));
        tokenizer.continuation(" a", words);
      }
      return true;
    } catch (InvalidInputException e) {
      return false;
    } catch (RuntimeException e) {
      // The native tokenizer says so: nothing is lost but this text.
      return false;
    }
  }

  private static String damaged(String text, Random random) throws IOException {
    if (random.nextInt(6) == 0) {
      return text.substring(0, random.nextInt(text.length()));
    }
    JsonNode root = JSON.readTree(text);
    for (int change = 0; change <= random.nextInt(2); change++) {
      List<JsonNode> containers = new ArrayList<>();
      collect(root, containers);
      JsonNode container = containers.get(random.nextInt(containers.size()));
      JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
      if (container instanceof ObjectNode object && !object.isEmpty()) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
          object.remove(name);
        } else {
          object.set(name, value);
        }
      } else if (container instanceof ArrayNode array && !array.isEmpty()) {
        array.set(random.nextInt(array.size()), value);
      }
    }
    return root.toString();
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }
}
