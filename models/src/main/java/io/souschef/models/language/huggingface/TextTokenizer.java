package io.souschef.models.language.huggingface;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.souschef.models.onnx.Tokenizers;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.failure.MachineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A foreign model's tokenizer.json, and how a continuation is cut off from its prompt. Text stays
 * text: what spells a control token, in an instruction say, is taken apart.
 */
public final class TextTokenizer implements AutoCloseable {

  /** How a tokenizer is opened: its own wishes to fill up or cut off would change the scores. */
  static final Map<String, String> OPTIONS = Map.of("padding", "false", "truncation", "false");

  /** Taking one apart may put another together; no text does so for long. */
  private static final int MOST_PASSES = 8;

  private final HuggingFaceTokenizer tokenizer;
  private final Set<String> controls;
  private final Set<Integer> controlIds;
  private final int[] beginning;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, TokenizerFile file) {
    this.tokenizer = tokenizer;
    this.controls = Set.copyOf(file.controls().keySet());
    this.controlIds =
        file.controls().values().stream()
            .filter(id -> !file.unknown().contains(id))
            .collect(Collectors.toUnmodifiableSet());
    this.beginning = beginning();
  }

  /**
   * Opens a model's tokenizer.
   *
   * @throws InvalidInputException when it is missing or damaged
   */
  public static TextTokenizer open(Path folder) {
    Path path = folder.resolve("tokenizer.json");
    if (!Files.exists(path)) {
      throw new InvalidInputException(
          "Model folder '%s' has no tokenizer.json; download it from where the model came from"
              .formatted(folder));
    }
    TokenizerFile file = TokenizerFile.read(path);
    // What is not looked for above may still break native code down.
    TokenizerTrial.require(path, file.text());
    return of(path, file);
  }

  /** Opens what has been checked. */
  public static TextTokenizer of(Path path, TokenizerFile file) {
    try {
      return new TextTokenizer(
          Tokenizers.open(
              new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)), OPTIONS),
          file);
    } catch (MachineException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new InvalidInputException(
          "Tokenizer '%s' cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** Tokens that the model wants before every text. */
  private int[] beginning() {
    int[] bare = ids("a", false);
    int[] whole = ids("a", true);
    for (int length = 0; length + bare.length <= whole.length; length++) {
      if (Arrays.equals(whole, length, length + bare.length, bare, 0, bare.length)) {
        return Arrays.copyOf(whole, length);
      }
    }
    return new int[0];
  }

  /** Tokens of a prompt, with the beginning-of-text token that the model may want. */
  public int[] prompt(String text) {
    int[] plain = plain(text);
    int[] prompt = Arrays.copyOf(beginning, beginning.length + plain.length);
    System.arraycopy(plain, 0, prompt, beginning.length, plain.length);
    return prompt;
  }

  /**
   * Tokens of a continuation after a prompt. Tokenizers see words, so the last word of the prompt
   * is tokenized with it, and taken off again.
   *
   * @param lastWord last word of the prompt, with the blank before it
   */
  public int[] continuation(String lastWord, String text) {
    int[] word = plain(lastWord);
    int[] both = plain(lastWord + text);
    boolean clean = both.length > word.length && Arrays.mismatch(word, both) == word.length;
    return clean ? Arrays.copyOfRange(both, word.length, both.length) : plain(text);
  }

  /** Tokens of a text; no control token is among them, however the text spells one. */
  private int[] plain(String text) {
    String apart = text;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      String before = apart;
      for (String control : controls) {
        if (control.length() > 1 && apart.contains(control)) {
          int first = control.offsetByCodePoints(0, 1);
          String broken = control.substring(0, first) + " " + control.substring(first);
          apart = apart.replace(control, broken);
        }
      }
      if (apart.equals(before)) {
        break;
      }
    }
    // A normalizer may still have made one, of full-width letters say.
    return Arrays.stream(ids(apart, false)).filter(id -> !controlIds.contains(id)).toArray();
  }

  public String decode(int[] ids) {
    return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
  }

  private int[] ids(String text, boolean special) {
    try {
      return Arrays.stream(tokenizer.encode(text, special, false).getIds())
          .mapToInt(Math::toIntExact)
          .toArray();
    } catch (RuntimeException e) {
      throw new ScoringException(
          "The model's tokenizer does not read '%s': %s"
              .formatted(text.substring(Math.max(0, text.length() - 60)), e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
