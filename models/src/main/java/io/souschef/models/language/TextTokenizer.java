package io.souschef.models.language;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.souschef.models.text.Tokenizers;
import io.souschef.skills.InvalidInputException;
import io.souschef.skills.MachineException;
import io.souschef.skills.file.PlainFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A foreign model's tokenizer.json, and how a continuation is cut off from its prompt. */
final class TextTokenizer implements AutoCloseable {

  /** How a tokenizer is opened: its own wishes to fill up or cut off would change the scores. */
  static final Map<String, String> OPTIONS = Map.of("padding", "false", "truncation", "false");

  private final HuggingFaceTokenizer tokenizer;

  private TextTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static TextTokenizer open(Path folder) {
    Path file = folder.resolve("tokenizer.json");
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          "Model folder '%s' has no tokenizer.json; download it from where the model came from"
              .formatted(folder));
    }
    TokenizerTrial.require(file, new PlainFile("Tokenizer", file).text(PlainFile.RECORDS));
    try (InputStream json = Files.newInputStream(file)) {
      return new TextTokenizer(Tokenizers.open(json, OPTIONS));
    } catch (MachineException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new InvalidInputException(
          "Tokenizer '%s' cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Tokens of a prompt, with the beginning-of-text token that the model may want. */
  int[] prompt(String text) {
    return ids(tokenizer.encode(text, true, false));
  }

  /**
   * Tokens of a continuation after a prompt. Tokenizers see words, so the last word of the prompt
   * is tokenized with it, and taken off again.
   *
   * @param lastWord last word of the prompt, with the blank before it
   */
  int[] continuation(String lastWord, String text) {
    int[] word = ids(tokenizer.encode(lastWord, false, false));
    int[] both = ids(tokenizer.encode(lastWord + text, false, false));
    boolean clean = both.length > word.length && Arrays.mismatch(word, both) == word.length;
    return clean
        ? Arrays.copyOfRange(both, word.length, both.length)
        : ids(tokenizer.encode(text, false, false));
  }

  String decode(int[] ids) {
    return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), true);
  }

  private static int[] ids(Encoding encoding) {
    return Arrays.stream(encoding.getIds()).mapToInt(Math::toIntExact).toArray();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
