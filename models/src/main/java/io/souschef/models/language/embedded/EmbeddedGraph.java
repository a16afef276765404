package io.souschef.models.language.embedded;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.souschef.models.language.prompt.WordPieceTokenizer;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.models.onnx.PastLayout;
import io.souschef.models.onnx.Tensors;
import io.souschef.skills.failure.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The embedded model's graph: a prefix language model that takes its whole attention mask from the
 * caller, so that a tree of candidates is one pass.
 *
 * <p>Inputs: {@code input_ids} and {@code position_ids} int64 [B, T], {@code attention_bias} float
 * [1 or B, 1, T, P + T], {@code output_ids} int64 [V], and {@code past_key_values.N.key} and {@code
 * .value} float [B, heads, P, width]. Outputs: {@code logits} float [B, T, V] and {@code
 * present.N.*}.
 */
final class EmbeddedGraph implements AutoCloseable {

  /** Metadata of the graph: tokens over which log p is always normalised, separated by commas. */
  static final String COMMON_TOKENS = "common_tokens";

  /** The same for programs; a model that writes none lacks it. */
  static final String PROGRAM_TOKENS = "program_tokens";

  private final OnnxSession session;
  private final PastLayout pasts;
  private final int[] commonTokens;
  private final int[] programTokens;

  /** Takes over a session and closes it in the end. */
  EmbeddedGraph(OnnxSession session) {
    this.session = session;
    List<PastLayout.Input> inputs =
        session.signature().inputs().stream()
            .filter(input -> input.name().startsWith("past_key_values."))
            .filter(input -> input.dimensions().size() == 4)
            .map(
                input ->
                    new PastLayout.Input(
                        input.name(),
                        input.dimensions().get(1),
                        input.dimensions().get(3),
                        DataType.FLOAT32))
            .toList();
    if (inputs.isEmpty()
        || session.signature().input("attention_bias").isEmpty()
        || session.signature().input("output_ids").isEmpty()) {
      close();
      throw new InvalidInputException(
          ("Model file '%s' is not Souschef's own graph (it lacks attention_bias, output_ids or"
                  + " past_key_values); pass another language model as --llm onnx:<folder>")
              .formatted(session));
    }
    this.pasts = new PastLayout(inputs);
    this.commonTokens = listed(COMMON_TOKENS);
    this.programTokens = listed(PROGRAM_TOKENS);
  }

  private int[] listed(String name) {
    try {
      return tokens(session.metadata().getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      close();
      throw new InvalidInputException(
          "Model file '%s' is damaged (its list %s holds what is no token of the vocabulary); fetch or train it again"
              .formatted(session, name),
          e);
    }
  }

  private static int[] tokens(String list) {
    int[] tokens =
        list.isEmpty()
            ? new int[0]
            : Arrays.stream(list.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    for (int token : tokens) {
      if (token < 0 || token >= WordPieceTokenizer.VOCABULARY) {
        throw new NumberFormatException(String.format(Locale.ROOT, "%d is no token", token));
      }
    }
    return tokens;
  }

  /** Tokens over which the probability of a program is normalised; none where it writes none. */
  int[] programTokens() {
    return programTokens.clone();
  }

  NDManager newManager() {
    return session.newManager();
  }

  PastLayout pasts() {
    return pasts;
  }

  /** Number of leading tokens that the token at an index sees. */
  static int visible(int index, int prefixLength) {
    return index < prefixLength ? prefixLength : index + 1;
  }

  /** The tokens whose probability is wanted where these candidates are read. */
  int[] outputs(CandidateTrie candidates) {
    return IntStream.concat(
            Arrays.stream(candidates.alphabet()),
            IntStream.concat(Arrays.stream(commonTokens), IntStream.of(WordPieceTokenizer.PERIOD)))
        .sorted()
        .distinct()
        .toArray();
  }

  @SuppressWarnings("ArrayRecordComponent")
  record Pass(float[] logits, NDList present) {}

  /**
   * One pass.
   *
   * @param owner gets the present keys and values
   * @param scratch gets everything else
   * @param ids token ids, {@code batch} rows of equal length
   */
  Pass run(
      NDManager owner,
      NDManager scratch,
      int[] ids,
      int[] positions,
      int batch,
      AttentionBias bias,
      int[] outputs,
      Optional<NDList> past) {
    Shape shape = new Shape(batch, ids.length / batch);
    NDList inputs =
        new NDList(
            Tensors.int64(owner, "input_ids", ids, shape),
            Tensors.int64(scratch, "position_ids", positions, shape),
            bias.array(scratch),
            Tensors.int64(scratch, "output_ids", outputs, new Shape(outputs.length)));
    inputs.addAll(past.orElseGet(() -> pasts.empty(scratch, batch)));
    NDList results = session.run(inputs);
    try (NDArray logits = results.get("logits")) {
      return new Pass(logits.toFloatArray(), pasts.present(results));
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
