package io.souschef.models.language;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.skills.InvalidInputException;
import java.util.Arrays;
import java.util.List;
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
final class EmbeddedDecoder implements Decoder {

  /** Metadata of the graph: tokens over which log p is always normalised, separated by commas. */
  static final String COMMON_TOKENS = "common_tokens";

  /** The same for programs; a model that writes none lacks it. */
  static final String PROGRAM_TOKENS = "program_tokens";

  /** Tokens that all beginnings must share before the model reads them as part of the prompt. */
  private static final int WORTH_READING = 4;

  private final OnnxSession session;
  private final PassPool passes;
  private final PastLayout pasts;
  private final int[] commonTokens;
  private final int[] programTokens;
  private final KeyValueCache cache = new KeyValueCache();

  /**
   * Takes over a session and closes it in the end.
   *
   * @param threads passes that may run side by side, at least 1
   */
  EmbeddedDecoder(OnnxSession session, int threads) {
    this.session = session;
    this.passes = new PassPool(threads);
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
        throw new NumberFormatException("%d is no token".formatted(token));
      }
    }
    return tokens;
  }

  /** Tokens over which the probability of a program is normalised; none where it writes none. */
  int[] programTokens() {
    return programTokens.clone();
  }

  /** Log-probabilities of the token after each beginning, which come after the prompt. */
  double[][] after(PromptTokens prompt, List<int[]> beginnings, int[] outputs) {
    int shared = shared(beginnings);
    PromptTokens start = prompt;
    int skipped = 0;
    if (shared >= WORTH_READING) {
      int[] ids = Arrays.copyOf(prompt.ids(), prompt.ids().length + shared);
      System.arraycopy(beginnings.get(0), 0, ids, prompt.ids().length, shared);
      start = new PromptTokens(ids, prompt.prefixLength(), List.of());
      skipped = shared;
    }
    KeyValueCache.Entry entry = read(start, outputs);
    double[][] next = new double[beginnings.size()][];
    Beginnings rows = new Beginnings();
    int[] last = new int[next.length];
    for (int i = 0; i < next.length; i++) {
      int[] tokens = beginnings.get(i);
      last[i] = rows.add(Arrays.copyOfRange(tokens, skipped, tokens.length));
    }
    float[] logits = rows.count() == 0 ? new float[0] : pass(entry, rows);
    for (int i = 0; i < next.length; i++) {
      float[] from = last[i] < 0 ? entry.next() : logits;
      int at = Math.max(0, last[i]) * outputs.length;
      double normalizer = LogSoftmax.normalizer(from, at, outputs.length);
      next[i] = new double[outputs.length];
      for (int j = 0; j < outputs.length; j++) {
        next[i][j] = from[at + j] - normalizer;
      }
    }
    return next;
  }

  private float[] pass(KeyValueCache.Entry prompt, Beginnings rows) {
    int length = prompt.length();
    AttentionBias bias = new AttentionBias(1, rows.count(), length + rows.count());
    for (int row = 0; row < rows.count(); row++) {
      bias.show(0, row, 0, length);
      for (int at = row; at >= 0; at = rows.parent(at)) {
        bias.show(0, row, length + at, 1);
      }
    }
    try (NDManager scratch = session.newManager()) {
      return run(
              scratch,
              scratch,
              rows.tokens(),
              rows.depths(length),
              1,
              bias,
              prompt.outputs(),
              Optional.of(prompt.past()))
          .logits();
    }
  }

  private static int shared(List<int[]> beginnings) {
    int[] first = beginnings.get(0);
    int shared = first.length;
    for (int[] other : beginnings) {
      int differs = Arrays.mismatch(first, 0, shared, other, 0, Math.min(shared, other.length));
      shared = differs < 0 ? Math.min(shared, other.length) : differs;
    }
    return shared;
  }

  private KeyValueCache.Entry read(PromptTokens prompt, int[] outputs) {
    Optional<KeyValueCache.Entry> same = cache.answer(prompt, outputs);
    if (same.isPresent()) {
      return same.get();
    }
    KeyValueCache.Entry entry = goOn(prompt, outputs);
    cache.add(entry);
    return entry;
  }

  @Override
  public TrieReading read(PromptTokens prompt, CandidateTrie candidates) {
    return new EmbeddedReading(read(prompt, outputs(candidates)), candidates);
  }

  /** Runs the tokens that come after what is known. */
  private KeyValueCache.Entry goOn(PromptTokens prompt, int[] outputs) {
    NDManager owner = session.newManager();
    try (NDManager scratch = session.newManager()) {
      Optional<KeyValueCache.Beginning> known = cache.longestBeginning(prompt);
      int from = known.map(KeyValueCache.Beginning::length).orElse(0);
      int length = prompt.ids().length;
      int[] ids = Arrays.copyOfRange(prompt.ids(), from, length);
      AttentionBias bias = new AttentionBias(1, ids.length, length);
      for (int row = 0; row < ids.length; row++) {
        bias.show(0, row, 0, visible(from + row, prompt.prefixLength()));
      }
      Pass pass =
          run(
              owner,
              scratch,
              ids,
              IntStream.range(from, length).toArray(),
              1,
              bias,
              outputs,
              known.map(beginning -> beginning.past(scratch, pasts)));
      float[] logits = pass.logits();
      float[] next = Arrays.copyOfRange(logits, logits.length - outputs.length, logits.length);
      return new KeyValueCache.Entry(prompt, pass.present(), outputs, next, owner);
    } catch (RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  /** Number of leading tokens that the token at an index sees. */
  private static int visible(int index, int prefixLength) {
    return index < prefixLength ? prefixLength : index + 1;
  }

  private int[] outputs(CandidateTrie candidates) {
    return IntStream.concat(
            Arrays.stream(candidates.alphabet()),
            IntStream.concat(Arrays.stream(commonTokens), IntStream.of(WordPieceTokenizer.PERIOD)))
        .sorted()
        .distinct()
        .toArray();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Pass(float[] logits, NDList present) {}

  /**
   * One pass.
   *
   * @param owner gets the present keys and values
   * @param scratch gets everything else
   * @param ids token ids, {@code batch} rows of equal length
   */
  private Pass run(
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
  public double[] scoreSeparately(
      PromptTokens prompt, CandidateTrie candidates, List<Integer> chosen, int batch) {
    int[] outputs = outputs(candidates);
    double[] scores = new double[chosen.size()];
    for (int from = 0; from < scores.length; from += batch) {
      List<Integer> some = chosen.subList(from, Math.min(scores.length, from + batch));
      scoreBatch(prompt, candidates, some, outputs, scores, from);
    }
    return scores;
  }

  private void scoreBatch(
      PromptTokens prompt,
      CandidateTrie candidates,
      List<Integer> some,
      int[] outputs,
      double[] scores,
      int to) {
    int length = prompt.ids().length;
    int[][] paths =
        some.stream()
            .map(candidate -> candidates.path(candidates.end(candidate)))
            .toArray(int[][]::new);
    int width = length + Arrays.stream(paths).mapToInt(path -> path.length).max().orElse(1) - 1;
    int[] ids = new int[paths.length * width];
    int[] positions = new int[ids.length];
    AttentionBias bias = new AttentionBias(paths.length, width, width);
    for (int row = 0; row < paths.length; row++) {
      System.arraycopy(prompt.ids(), 0, ids, row * width, length);
      System.arraycopy(paths[row], 0, ids, row * width + length, paths[row].length - 1);
      for (int at = 0; at < width; at++) {
        positions[row * width + at] = at;
        bias.show(row, at, 0, visible(at, prompt.prefixLength()));
      }
    }
    try (NDManager scratch = session.newManager()) {
      float[] logits =
          run(scratch, scratch, ids, positions, paths.length, bias, outputs, Optional.empty())
              .logits();
      for (int row = 0; row < paths.length; row++) {
        for (int i = 0; i < paths[row].length; i++) {
          int start = (row * width + length - 1 + i) * outputs.length;
          scores[to + row] +=
              logits[start + Arrays.binarySearch(outputs, paths[row][i])]
                  - LogSoftmax.normalizer(logits, start, outputs.length);
        }
      }
    }
  }

  @Override
  public void forget() {
    cache.close();
  }

  @Override
  public void close() {
    passes.close();
    cache.close();
    session.close();
  }

  private final class EmbeddedReading implements TrieReading {
    private final KeyValueCache.Entry prompt;
    private final CandidateTrie trie;

    EmbeddedReading(KeyValueCache.Entry prompt, CandidateTrie trie) {
      this.prompt = prompt;
      this.trie = trie;
    }

    @Override
    public void expand(int[] nodes, double[] edges) {
      int first = 0;
      if (nodes.length > 0 && nodes[0] == 0) {
        fill(0, prompt.next(), 0, edges);
        first = 1;
      }
      passes.run(Arrays.copyOfRange(nodes, first, nodes.length), some -> pass(some, edges));
    }

    /** One pass over some nodes and what leads to them, each seeing the prompt and its own path. */
    private void pass(int[] nodes, double[] edges) {
      TreeRows rows = TreeRows.of(trie, nodes);
      int length = prompt.length();
      int[] ids = new int[rows.count()];
      int[] positions = new int[ids.length];
      AttentionBias bias = new AttentionBias(1, ids.length, length + ids.length);
      for (int row = 0; row < ids.length; row++) {
        int node = rows.node(row);
        ids[row] = trie.token(node);
        positions[row] = length + trie.depth(node) - 1;
        bias.show(0, row, 0, length);
        for (int at = row; at >= 0; at = rows.parent(at)) {
          bias.show(0, row, length + at, 1);
        }
      }
      try (NDManager scratch = session.newManager()) {
        float[] logits =
            run(
                    scratch,
                    scratch,
                    ids,
                    positions,
                    1,
                    bias,
                    prompt.outputs(),
                    Optional.of(prompt.past()))
                .logits();
        for (int node : nodes) {
          fill(node, logits, rows.row(node) * prompt.outputs().length, edges);
        }
      }
    }

    private void fill(int node, float[] logits, int start, double[] edges) {
      double normalizer = LogSoftmax.normalizer(logits, start, prompt.outputs().length);
      for (int child : trie.children(node)) {
        int column = Arrays.binarySearch(prompt.outputs(), trie.token(child));
        edges[child] = logits[start + column] - normalizer;
      }
    }

    @Override
    public void close() {
      // The prompt's arrays belong to the cache.
    }
  }
}
