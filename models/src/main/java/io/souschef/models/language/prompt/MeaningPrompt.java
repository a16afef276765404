package io.souschef.models.language.prompt;

import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.PromptTokens.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the prompt after which the embedded model says what an instruction means:
 *
 * <pre>[CLS] instruction [SEP] program [SEP] bring coke @ fridge . done .</pre>
 *
 * <p>Everything up to the second {@code [SEP]} is the prefix. Serving and training share this
 * class.
 */
public final class MeaningPrompt {

  private static final String MARK = "program";

  private final WordPieceTokenizer tokenizer;

  public MeaningPrompt(WordPieceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /**
   * An instruction and the lines that are known to follow.
   *
   * @param lines of the program, in shorthand
   */
  public PromptTokens render(String instruction, List<String> lines) {
    int[] words = EmbeddedPrompt.instruction(instruction, tokenizer);
    IntStream.Builder ids = IntStream.builder();
    ids.add(WordPieceTokenizer.CLS);
    Arrays.stream(words).forEach(ids);
    ids.add(WordPieceTokenizer.SEP);
    int[] mark = tokenizer.encode(MARK);
    Arrays.stream(mark).forEach(ids);
    ids.add(WordPieceTokenizer.SEP);
    int prefix = words.length + mark.length + 3;
    List<Span> spans = new ArrayList<>();
    int at = prefix;
    for (String line : lines) {
      int[] tokens = line(line);
      Arrays.stream(tokens).forEach(ids);
      spans.add(new Span(at, at + tokens.length));
      at += tokens.length;
    }
    return new PromptTokens(ids.build().toArray(), prefix, spans);
  }

  /** The tokens of a line, terminator included. */
  public int[] line(String line) {
    int[] words = tokenizer.encode(line);
    int[] ids = Arrays.copyOf(words, words.length + 1);
    ids[words.length] = WordPieceTokenizer.PERIOD;
    return ids;
  }
}
