package io.souschef.models.language;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Float16Utils;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.planner.usefulness.ScoringException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Somebody else's causal decoder. Its mask knows no trees, so candidates are scored path by path,
 * in batches that go on from one cached prompt; log p is normalised over the whole vocabulary.
 */
final class HuggingFaceDecoder implements Decoder {

  /** Tokens of a prompt in one pass: bounds the memory of their logits. */
  private static final int MOST_TOKENS = 256;

  private static final int[] ALL = {};

  private final OnnxSession session;
  private final HuggingFaceLayout layout;
  private final KeyValueCache cache = new KeyValueCache();

  /** Takes over a session and closes it in the end. */
  HuggingFaceDecoder(OnnxSession session, HuggingFaceLayout layout) {
    this.session = session;
    this.layout = layout;
  }

  @Override
  public TrieReading read(PromptTokens prompt, CandidateTrie candidates) {
    return new CausalReading(read(prompt), candidates);
  }

  /** Logits of the token after a prompt. */
  float[] next(PromptTokens prompt) {
    return read(prompt).next();
  }

  private KeyValueCache.Entry read(PromptTokens prompt) {
    check(prompt.ids().length);
    Optional<KeyValueCache.Entry> same = cache.answer(prompt, ALL);
    if (same.isPresent()) {
      return same.get();
    }
    KeyValueCache.Entry entry = goOn(prompt);
    cache.add(entry);
    return entry;
  }

  private void check(int tokens) {
    if (layout.contextTokens() > 0 && tokens > layout.contextTokens()) {
      throw new ScoringException(
          String.format(
              Locale.ROOT,
              "The prompt has %,d tokens, but model '%s' takes %,d; use a model with a longer"
                  + " context",
              tokens,
              session,
              layout.contextTokens()));
    }
  }

  private KeyValueCache.Entry goOn(PromptTokens prompt) {
    NDManager owner = session.newManager();
    try (NDManager scratch = session.newManager()) {
      Optional<KeyValueCache.Beginning> known = cache.longestBeginning(prompt);
      int from = known.map(KeyValueCache.Beginning::length).orElse(0);
      int length = prompt.ids().length;
      NDList past =
          known
              .map(beginning -> beginning.past(scratch, layout.past()))
              .orElseGet(() -> layout.past().empty(scratch, 1));
      while (true) {
        int to = Math.min(length, from + MOST_TOKENS);
        NDManager keeper = to == length ? owner : scratch;
        int[] ids = Arrays.copyOfRange(prompt.ids(), from, to);
        int[] ones = new int[to];
        Arrays.fill(ones, 1);
        Pass pass = run(keeper, scratch, ids, ones, 1, from, past, to == length ? 1 : 0);
        if (to == length) {
          float[] next = pass.row(0, pass.tokens() - 1);
          return new KeyValueCache.Entry(prompt, pass.present(), ALL, next, owner);
        }
        past = pass.present();
        from = to;
      }
    } catch (RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  /**
   * One pass.
   *
   * @param logits [batch, tokens, vocabulary]
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Pass(float[] logits, int tokens, int vocabulary, NDList present) {

    int start(int row, int token) {
      return (row * tokens + token) * vocabulary;
    }

    float[] row(int row, int token) {
      int start = start(row, token);
      return Arrays.copyOfRange(logits, start, start + vocabulary);
    }
  }

  /**
   * Runs the graph.
   *
   * @param owner gets the present keys and values
   * @param scratch gets everything else
   * @param ids {@code batch} rows of equal length
   * @param mask {@code batch} rows over past and new tokens
   * @param keep rows of logits wanted at the end, 0 for all; a graph may give more
   */
  private Pass run(
      NDManager owner,
      NDManager scratch,
      int[] ids,
      int[] mask,
      int batch,
      int pastTokens,
      NDList past,
      int keep) {
    int tokens = ids.length / batch;
    Shape shape = new Shape(batch, tokens);
    NDList inputs = new NDList(Tensors.int64(owner, "input_ids", ids, shape));
    if (layout.attentionMask()) {
      inputs.add(
          Tensors.int64(
              scratch, "attention_mask", mask, new Shape(batch, (long) pastTokens + tokens)));
    }
    if (layout.positionIds()) {
      int[] positions = IntStream.range(0, ids.length).map(i -> pastTokens + i % tokens).toArray();
      inputs.add(Tensors.int64(scratch, "position_ids", positions, shape));
    }
    if (layout.cacheBranch()) {
      boolean[] branch = {pastTokens > 0};
      inputs.add(Tensors.named("use_cache_branch", scratch.create(branch)));
    }
    if (layout.logitsToKeep()) {
      inputs.add(
          Tensors.named("num_logits_to_keep", scratch.create(new long[] {keep}, new Shape())));
    }
    inputs.addAll(past);
    NDList results = session.run(inputs);
    try (NDArray logits = results.get("logits")) {
      Shape given = logits.getShape();
      return new Pass(
          floats(logits),
          Math.toIntExact(given.get(1)),
          Math.toIntExact(given.get(2)),
          layout.past().present(results));
    }
  }

  private static float[] floats(NDArray array) {
    if (array.getDataType() == DataType.FLOAT16) {
      return Float16Utils.fromByteBuffer(array.toByteBuffer());
    }
    return array.toFloatArray();
  }

  @Override
  public double[] scoreSeparately(
      PromptTokens prompt, CandidateTrie candidates, List<Integer> chosen, int batch) {
    List<int[]> paths =
        chosen.stream().map(candidate -> candidates.path(candidates.end(candidate))).toList();
    double[] scores = new double[chosen.size()];
    int length = prompt.ids().length;
    for (int from = 0; from < scores.length; from += batch) {
      List<int[]> rows = new ArrayList<>();
      for (int[] path : paths.subList(from, Math.min(scores.length, from + batch))) {
        int[] row = Arrays.copyOf(prompt.ids(), length + path.length - 1);
        System.arraycopy(path, 0, row, length, path.length - 1);
        rows.add(row);
      }
      try (NDManager scratch = session.newManager()) {
        NDList empty = layout.past().empty(scratch, rows.size());
        Pass pass = run(scratch, rows, 0, empty);
        for (int row = 0; row < rows.size(); row++) {
          int[] path = paths.get(from + row);
          for (int i = 0; i < path.length; i++) {
            int start = pass.start(row, length - 1 + i);
            scores[from + row] +=
                pass.logits()[start + path[i]]
                    - LogSoftmax.normalizer(pass.logits(), start, pass.vocabulary());
          }
        }
      }
    }
    return scores;
  }

  /** One pass over sequences of unequal length, padded at the end. */
  private Pass run(NDManager scratch, List<int[]> rows, int pastTokens, NDList past) {
    int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    int total = pastTokens + width;
    check(total);
    int[] ids = new int[rows.size() * width];
    int[] mask = new int[rows.size() * total];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, ids, i * width, rows.get(i).length);
      Arrays.fill(mask, i * total, i * total + pastTokens + rows.get(i).length, 1);
    }
    return run(scratch, scratch, ids, mask, rows.size(), pastTokens, past, 0);
  }

  @Override
  public void forget() {
    cache.close();
  }

  @Override
  public void close() {
    cache.close();
    session.close();
  }

  private final class CausalReading implements TrieReading {
    private final KeyValueCache.Entry prompt;
    private final CandidateTrie trie;

    CausalReading(KeyValueCache.Entry prompt, CandidateTrie trie) {
      this.prompt = prompt;
      this.trie = trie;
      int words = prompt.next().length;
      for (int token : trie.alphabet()) {
        if (token >= words) {
          throw new ScoringException(
              "The tokenizer has a token %s, but model '%s' knows %s; they belong to different models"
                  .formatted(token, session, words));
        }
      }
    }

    @Override
    public void expand(int[] nodes, double[] edges) {
      BitSet wanted = new BitSet(trie.size());
      Arrays.stream(nodes).forEach(wanted::set);
      if (wanted.get(0)) {
        fill(0, prompt.next(), 0, prompt.next().length, edges);
        wanted.clear(0);
      }
      int[] ends = ends(wanted);
      int batch = layout.batches() ? layout.past().largestBatch(prompt.length()) : 1;
      try (NDManager shared = session.newManager()) {
        NDList past = layout.past().repeated(shared, prompt.past(), Math.min(batch, ends.length));
        for (int from = 0; from < ends.length; from += batch) {
          int to = Math.min(ends.length, from + batch);
          // A last, smaller batch is filled up with its own first row.
          int size = Math.min(batch, ends.length);
          int[] some = new int[size];
          for (int i = 0; i < size; i++) {
            some[i] = ends[from + i < to ? from + i : from];
          }
          pass(some, past, wanted, edges);
        }
      }
    }

    /** Wanted nodes on the way to no other wanted node. */
    private int[] ends(BitSet wanted) {
      BitSet passed = new BitSet(trie.size());
      wanted.stream()
          .forEach(
              node -> {
                for (int at = trie.parent(node); at > 0; at = trie.parent(at)) {
                  passed.set(at);
                }
              });
      return wanted.stream().filter(node -> !passed.get(node)).toArray();
    }

    private void pass(int[] ends, NDList past, BitSet wanted, double[] edges) {
      List<int[]> paths = Arrays.stream(ends).mapToObj(trie::path).toList();
      try (NDManager scratch = session.newManager()) {
        Pass pass = run(scratch, paths, prompt.length(), past);
        for (int row = 0; row < ends.length; row++) {
          for (int node = ends[row]; node > 0; node = trie.parent(node)) {
            if (wanted.get(node)) {
              wanted.clear(node);
              fill(
                  node,
                  pass.logits(),
                  pass.start(row, trie.depth(node) - 1),
                  pass.vocabulary(),
                  edges);
            }
          }
        }
      }
    }

    private void fill(int node, float[] logits, int start, int vocabulary, double[] edges) {
      double normalizer = LogSoftmax.normalizer(logits, start, vocabulary);
      for (int child : trie.children(node)) {
        edges[child] = logits[start + trie.token(child)] - normalizer;
      }
    }

    @Override
    public void close() {
      // The prompt's arrays belong to the cache.
    }
  }
}
