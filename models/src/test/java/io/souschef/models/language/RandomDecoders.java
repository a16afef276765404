package io.souschef.models.language;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tiny decoders with random weights, in the layouts that Souschef serves. */
final class RandomDecoders {

  private static final int WIDTH = 32;
  private static final int HEADS = 4;
  private static final int HEAD_WIDTH = WIDTH / HEADS;

  private RandomDecoders() {}

  /** Souschef's own layout: mask, positions and wanted tokens come from outside. */
  static byte[] embedded(long seed, int layers, String commonTokens) {
    GraphWriter graph = new GraphWriter(new Random(seed));
    graph.input("input_ids", GraphWriter.INT64, "batch", "tokens");
    graph.input("position_ids", GraphWriter.INT64, "batch", "tokens");
    graph.input("attention_bias", GraphWriter.FLOAT, "rows", 1, "tokens", "total");
    graph.input("output_ids", GraphWriter.INT64, "outputs");
    String embedding = graph.weights(1, WordPieceTokenizer.VOCABULARY, WIDTH);
    String positions = graph.weights(1, EmbeddedPrompt.POSITIONS, WIDTH);
    String x =
        normalized(
            graph,
            graph.node(
                "Add",
                List.of(
                    graph.node("Gather", List.of(embedding, "input_ids")),
                    graph.node("Gather", List.of(positions, "position_ids")))));
    for (int layer = 0; layer < layers; layer++) {
      x = layer(graph, x, layer, HEADS, GraphWriter.FLOAT, "attention_bias");
    }
    String head = graph.node("Gather", List.of(embedding, "output_ids"));
    graph.nodeTo(
        "logits",
        "MatMul",
        List.of(x, graph.node("Transpose", List.of(head), "perm", new long[] {1, 0})));
    graph.output("logits", GraphWriter.FLOAT, "batch", "tokens", "outputs");
    return graph.model(Map.of("common_tokens", commonTokens));
  }

  /** One transformer layer; declares its past input and present output. */
  private static String layer(
      GraphWriter graph, String x, int layer, int keyHeads, int cacheType, String bias) {
    String query = heads(graph, x, HEADS);
    String key = cached(graph, layer, "key", heads(graph, x, keyHeads), keyHeads, cacheType);
    String value = cached(graph, layer, "value", heads(graph, x, keyHeads), keyHeads, cacheType);
    String turned = graph.node("Transpose", List.of(key), "perm", new long[] {0, 1, 3, 2});
    String scores =
        graph.node(
            "Mul",
            List.of(
                graph.node("MatMul", List.of(query, turned)),
                graph.constant((float) (1 / Math.sqrt(HEAD_WIDTH)))));
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
                graph.integers(0, 0, WIDTH)));
    String attended =
        normalized(
            graph,
            graph.node(
                "Add",
                List.of(
                    x, graph.node("MatMul", List.of(mixed, graph.weights(0.3, WIDTH, WIDTH))))));
    String wide =
        graph.node(
            "Relu",
            List.of(graph.node("MatMul", List.of(attended, graph.weights(0.3, WIDTH, 2 * WIDTH)))));
    String narrow = graph.node("MatMul", List.of(wide, graph.weights(0.3, 2 * WIDTH, WIDTH)));
    return normalized(graph, graph.node("Add", List.of(attended, narrow)));
  }

  private static String heads(GraphWriter graph, String x, int heads) {
    String projected =
        graph.node("MatMul", List.of(x, graph.weights(0.3, WIDTH, (long) heads * HEAD_WIDTH)));
    return graph.node(
        "Transpose",
        List.of(graph.node("Reshape", List.of(projected, graph.integers(0, 0, heads, HEAD_WIDTH)))),
        "perm",
        new long[] {0, 2, 1, 3});
  }

  /** Past and new heads as one, repeated where several query heads share one. */
  private static String cached(
      GraphWriter graph, int layer, String kind, String fresh, int keyHeads, int type) {
    String past = "past_key_values." + layer + "." + kind;
    String present = "present." + layer + "." + kind;
    graph.input(past, type, "batch", keyHeads, "past", HEAD_WIDTH);
    graph.output(present, type, "batch", keyHeads, "total", HEAD_WIDTH);
    boolean half = type == GraphWriter.FLOAT16;
    String stored =
        half ? graph.node("Cast", List.of(fresh), "to", (long) GraphWriter.FLOAT16) : fresh;
    graph.nodeTo(present, "Concat", List.of(past, stored), "axis", 2L);
    String all =
        half ? graph.node("Cast", List.of(present), "to", (long) GraphWriter.FLOAT) : present;
    if (keyHeads == HEADS) {
      return all;
    }
    String repeated =
        graph.node(
            "Tile",
            List.of(
                graph.node("Unsqueeze", List.of(all, graph.integers(2))),
                graph.integers(1, 1, HEADS / keyHeads, 1, 1)));
    return graph.node("Reshape", List.of(repeated, graph.integers(0, HEADS, -1, HEAD_WIDTH)));
  }

  private static String normalized(GraphWriter graph, String x) {
    return graph.node("LayerNormalization", List.of(x, graph.ones(WIDTH)), "axis", -1L);
  }
}
