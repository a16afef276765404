package io.souschef.models.language.prompt;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import io.souschef.models.onnx.Tokenizers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The uncased WordPiece tokenizer of MiniLM (BERT's vocabulary of 30,522), without padding,
 * truncation or special tokens. Safe to share between threads.
 */
public final class WordPieceTokenizer implements AutoCloseable {

  /** Token {@code [CLS]}. */
  public static final int CLS = 101;

  /** Token {@code [SEP]}. */
  public static final int SEP = 102;

  /** Token {@code .}, which ends a skill's words. */
  public static final int PERIOD = 1012;

  /** Number of tokens. */
  public static final int VOCABULARY = 30_522;

  private static final int PAD = 0;
  private static final int MASK = 103;
  private static final String RESOURCE = "/all-minilm-l6-v2-q-tokenizer.json";

  private final HuggingFaceTokenizer tokenizer;

  private WordPieceTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Opens the tokenizer that lies on the class path. */
  public static WordPieceTokenizer open() {
    try (InputStream json = WordPieceTokenizer.class.getResourceAsStream(RESOURCE)) {
      if (json == null) {
        throw new IllegalStateException(
            "The tokenizer %s is not on the class path; build Souschef again".formatted(RESOURCE));
      }
      return new WordPieceTokenizer(
          Tokenizers.open(
              json,
              Map.of("addSpecialTokens", "false", "padding", "false", "truncation", "false")));
    } catch (IOException e) {
      throw new IllegalStateException("The tokenizer %s cannot be read".formatted(RESOURCE), e);
    }
  }

  /**
   * Token ids of a text. A text that spells a special token, such as {@code [SEP]}, cannot smuggle
   * it in: only {@code [UNK]} may come out.
   */
  public int[] encode(String text) {
    long[] ids = tokenizer.encode(text, false, false).getIds();
    return Arrays.stream(ids)
        .mapToInt(Math::toIntExact)
        .filter(id -> id != PAD && id != CLS && id != SEP && id != MASK)
        .toArray();
  }

  /** The words of some tokens, for messages. */
  public String decode(int... ids) {
    return tokenizer.decode(Arrays.stream(ids).asLongStream().toArray(), false);
  }

  /** The words of some tokens, each with one blank before it, pieces joined to what they go on. */
  public String words(int... ids) {
    StringBuilder words = new StringBuilder();
    for (int id : ids) {
      String piece = decode(id).strip();
      if (piece.startsWith("##")) {
        words.append(piece, 2, piece.length());
      } else {
        words.append(words.isEmpty() ? "" : " ").append(piece);
      }
    }
    return words.toString();
  }

  /**
   * A whole prompt as text, with the marks between its parts: "[CLS] bring me a coke [SEP] ...".
   */
  public String text(int... ids) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= ids.length; i++) {
      boolean isMark = i < ids.length && (ids[i] == CLS || ids[i] == SEP);
      if (isMark || i == ids.length) {
        if (i > start) {
          parts.add(words(Arrays.copyOfRange(ids, start, i)));
        }
        if (isMark) {
          parts.add(ids[i] == CLS ? "[CLS]" : "[SEP]");
        }
        start = i + 1;
      }
    }
    return String.join(" ", parts);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
