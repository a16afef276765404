package io.souschef.models.language;

import io.souschef.models.language.prompt.EmbeddedPrompt;
import io.souschef.models.language.prompt.WordPieceTokenizer;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tiny decoders with random weights, in the layouts that Souschef serves. */
public final class RandomDecoders {

  private RandomDecoders() {}

  /** Souschef's own layout: mask, positions and wanted tokens come from outside. */
  public static byte[] embedded(long seed, int layers, String commonTokens) {
    return embedded(seed, layers, new Size(32, 4, 64), commonTokens);
  }

  /** Width of a token, number of heads, width inside. */
  record Size(int width, int heads, int inside) {
    int head() {
      return width / heads;
    }
  }

  public static byte[] embedded(long seed, int layers, Size size, String commonTokens) {
    Layout own = new Layout(size.heads(), GraphWriter.FLOAT, true, false, false);
    GraphWriter graph = new GraphWriter(new Random(seed));
    graph.input("input_ids", GraphWriter.INT64, "batch", "tokens");
    graph.input("position_ids", GraphWriter.INT64, "batch", "tokens");
    graph.input("attention_bias", GraphWriter.FLOAT, "rows", 1, "tokens", "total");
    graph.input("output_ids", GraphWriter.INT64, "outputs");
    String embedding = graph.weights(1, WordPieceTokenizer.VOCABULARY, size.width());
    String positions = graph.weights(1, EmbeddedPrompt.POSITIONS, size.width());
    String x =
        normalized(
            size,
            graph,
            graph.node(
                "Add",
                List.of(
                    graph.node("Gather", List.of(embedding, "input_ids")),
                    graph.node("Gather", List.of(positions, "position_ids")))));
    for (int layer = 0; layer < layers; layer++) {
      x = layer(graph, size, x, layer, own, "attention_bias");
    }
    String head = graph.node("Gather", List.of(embedding, "output_ids"));
    graph.nodeTo(
        "logits",
        "MatMul",
        List.of(x, graph.node("Transpose", List.of(head), "perm", new long[] {1, 0})));
    graph.output("logits", GraphWriter.FLOAT, "batch", "tokens", "outputs");
    return graph.model(Map.of("common_tokens", commonTokens));
  }

  /**
   * A layout of other people's models.
   *
   * @param keyHeads key and value heads, of 4 query heads
   * @param cacheType element type of the cache
   * @param positions whether position_ids come from outside
   * @param merged whether there is a use_cache_branch
   * @param keep whether there is a num_logits_to_keep
   */
  public record Layout(
      int keyHeads, int cacheType, boolean positions, boolean merged, boolean keep) {}

  /** A causal decoder in the layout of Optimum and onnx-community. */
  public static byte[] causal(long seed, int layers, int vocabulary, Layout layout) {
    Size size = new Size(32, 4, 64);
    GraphWriter graph = new GraphWriter(new Random(seed));
    graph.input("input_ids", GraphWriter.INT64, "batch", "tokens");
    graph.input("attention_mask", GraphWriter.INT64, "batch", "total");
    String total = length(graph, "attention_mask");
    String past = graph.node("Sub", List.of(total, length(graph, "input_ids")));
    String rows = graph.node("Range", List.of(past, total, graph.integer(1)));
    String columns = graph.node("Range", List.of(graph.integer(0), total, graph.integer(1)));
    String causal =
        graph.node(
            "LessOrEqual",
            List.of(
                graph.node("Unsqueeze", List.of(columns, graph.integers(0))),
                graph.node("Unsqueeze", List.of(rows, graph.integers(1)))));
    String real =
        graph.node(
            "Cast",
            List.of(graph.node("Unsqueeze", List.of("attention_mask", graph.integers(1, 2)))),
            "to",
            (long) GraphWriter.BOOL);
    String bias =
        graph.node(
            "Where",
            List.of(
                graph.node("And", List.of(causal, real)),
                graph.constant(0),
                graph.constant(-1e4f)));
    String positions = graph.node("Unsqueeze", List.of(rows, graph.integers(0)));
    if (layout.positions()) {
      graph.input("position_ids", GraphWriter.INT64, "batch", "tokens");
      positions = "position_ids";
    }
    if (layout.merged()) {
      graph.input("use_cache_branch", GraphWriter.BOOL, 1);
    }
    String embedding = graph.weights(1, vocabulary, size.width());
    String x =
        normalized(
            size,
            graph,
            graph.node(
                "Add",
                List.of(
                    graph.node("Gather", List.of(embedding, "input_ids")),
                    graph.node(
                        "Gather", List.of(graph.weights(1, CONTEXT, size.width()), positions)))));
    for (int layer = 0; layer < layers; layer++) {
      x = layer(graph, size, x, layer, layout, bias);
    }
    if (layout.keep()) {
      graph.input("num_logits_to_keep", GraphWriter.INT64);
      String start =
          graph.node(
              "Unsqueeze",
              List.of(graph.node("Neg", List.of("num_logits_to_keep")), graph.integers(0)));
      x =
          graph.node(
              "Slice", List.of(x, start, graph.integers(Integer.MAX_VALUE), graph.integers(1)));
    }
    graph.nodeTo(
        "logits",
        "MatMul",
        List.of(x, graph.node("Transpose", List.of(embedding), "perm", new long[] {1, 0})));
    graph.output("logits", GraphWriter.FLOAT, "batch", "tokens", vocabulary);
    return graph.model(Map.of());
  }

  /** Longest sequence of a causal decoder. */
  static final int CONTEXT = 4096;

  private static String length(GraphWriter graph, String input) {
    return graph.node(
        "Gather", List.of(graph.node("Shape", List.of(input)), graph.integer(1)), "axis", 0L);
  }

  /** One transformer layer; declares its past input and present output. */
  private static String layer(
      GraphWriter graph, Size size, String x, int layer, Layout layout, String bias) {
    String query = heads(graph, size, x, size.heads());
    String key =
        cached(graph, size, layer, "key", heads(graph, size, x, layout.keyHeads()), layout);
    String value =
        cached(graph, size, layer, "value", heads(graph, size, x, layout.keyHeads()), layout);
    String turned = graph.node("Transpose", List.of(key), "perm", new long[] {0, 1, 3, 2});
    String scores =
        graph.node(
            "Mul",
            List.of(
                graph.node("MatMul", List.of(query, turned)),
                graph.constant((float) (1 / Math.sqrt(size.head())))));
    String weights =
        graph.node("Softmax", List.of(graph.node("Add", List.of(scores, bias))), "axis", -1L);
    String mixed =
        graph.node(
            "Reshape",
            List.of(
                graph.node(
                    "Transpose",
                    List.of(graph.node("MatMul", List.of(weights, value))),
                    "perm",
                    new long[] {0, 2, 1, 3}),
                graph.integers(0, 0, size.width())));
    String attended =
        normalized(
            size,
            graph,
            graph.node(
                "Add",
                List.of(
                    x,
                    graph.node(
                        "MatMul",
                        List.of(mixed, graph.weights(0.3, size.width(), size.width()))))));
    String wide =
        graph.node(
            "Relu",
            List.of(
                graph.node(
                    "MatMul", List.of(attended, graph.weights(0.3, size.width(), size.inside())))));
    String narrow =
        graph.node("MatMul", List.of(wide, graph.weights(0.3, size.inside(), size.width())));
    return normalized(size, graph, graph.node("Add", List.of(attended, narrow)));
  }

  private static String heads(GraphWriter graph, Size size, String x, int heads) {
    String projected =
        graph.node(
            "MatMul", List.of(x, graph.weights(0.3, size.width(), (long) heads * size.head())));
    return graph.node(
        "Transpose",
        List.of(
            graph.node("Reshape", List.of(projected, graph.integers(0, 0, heads, size.head())))),
        "perm",
        new long[] {0, 2, 1, 3});
  }

  /** Past and new heads as one, repeated where several query heads share one. */
  private static String cached(
      GraphWriter graph, Size size, int layer, String kind, String fresh, Layout layout) {
    int keyHeads = layout.keyHeads();
    int type = layout.cacheType();
    String past = "past_key_values." + layer + "." + kind;
    String present = "present." + layer + "." + kind;
    graph.input(past, type, "batch", keyHeads, "past", size.head());
    graph.output(present, type, "batch", keyHeads, "total", size.head());
    boolean half = type == GraphWriter.FLOAT16;
    String stored =
        half ? graph.node("Cast", List.of(fresh), "to", (long) GraphWriter.FLOAT16) : fresh;
    graph.nodeTo(present, "Concat", List.of(used(graph, past, layout), stored), "axis", 2L);
    String all =
        half ? graph.node("Cast", List.of(present), "to", (long) GraphWriter.FLOAT) : present;
    if (keyHeads == size.heads()) {
      return all;
    }
    String repeated =
        graph.node(
            "Tile",
            List.of(
                graph.node("Unsqueeze", List.of(all, graph.integers(2))),
                graph.integers(1, 1, size.heads() / keyHeads, 1, 1)));
    return graph.node(
        "Reshape", List.of(repeated, graph.integers(0, size.heads(), -1, size.head())));
  }

  /** A merged graph ignores the past unless told to use it. */
  private static String used(GraphWriter graph, String past, Layout layout) {
    if (!layout.merged()) {
      return past;
    }
    String end =
        graph.node(
            "Mul",
            List.of(
                graph.node("Cast", List.of("use_cache_branch"), "to", (long) GraphWriter.INT64),
                graph.integers(CONTEXT)));
    return graph.node("Slice", List.of(past, graph.integers(0), end, graph.integers(2)));
  }

  private static String normalized(Size size, GraphWriter graph, String x) {
    return graph.node("LayerNormalization", List.of(x, graph.ones(size.width())), "axis", -1L);
  }
}
