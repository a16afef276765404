package io.souschef.training.language.export;

import io.souschef.training.language.model.network.ModelShape;
import io.souschef.training.language.model.network.ModelShape.Names;
import io.souschef.training.language.model.network.Weights;
import io.souschef.training.onnx.Int8Matrix;
import io.souschef.training.onnx.OnnxGraph;
import io.souschef.training.onnx.OnnxGraph.Attribute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The served form of the network: a decoder with a key-value cache. Matrices are stored as bytes
 * and folded to floats when the model is loaded.
 *
 * <p>Inputs: {@code input_ids} and {@code position_ids} int64 [B, T]; {@code attention_bias} float
 * [B or 1, 1, T, P+T], the complete additive mask; {@code output_ids} int64 [V'], the tokens whose
 * logits are wanted; {@code past_key_values.i.key} and {@code .value} float [B, heads, P, head
 * width]. Outputs: {@code logits} float [B, T, V'] and {@code present.i.key}, {@code .value} float
 * [B, heads, P+T, head width].
 */
public final class SayGraph {

  private static final float EPSILON = 1e-12f;

  private final Weights weights;
  private final ModelShape shape;
  private final OnnxGraph graph = new OnnxGraph("say");

  private SayGraph(Weights weights) {
    this.weights = weights;
    this.shape = weights.shape();
  }

  /** Writes the graph. */
  public static void write(Weights weights, Path file, Map<String, String> metadata)
      throws IOException {
    SayGraph say = new SayGraph(weights);
    say.build();
    say.graph.write(file, metadata);
  }

  private void build() {
    String ids = graph.input("input_ids", OnnxGraph.Type.INT64, "batch", "sequence");
    String positions = graph.input("position_ids", OnnxGraph.Type.INT64, "batch", "sequence");
    String bias =
        graph.input("attention_bias", OnnxGraph.Type.FLOAT, "bias_batch", 1, "sequence", "total");
    String outputIds = graph.input("output_ids", OnnxGraph.Type.INT64, "outputs");
    Int8Matrix words = Int8Matrix.of(weights.get(Names.WORDS), shape.vocabulary(), shape.width());
    String table = graph.bytes("words", words.values(), shape.vocabulary(), shape.width());
    String scales = graph.floats("words.scale", words.scales(), shape.vocabulary(), 1);
    String x = op("Add", rows(table, scales, ids), op("Gather", positionTable(), positions));
    x = norm(x, Names.EMBEDDING_NORM);
    for (int i = 0; i < shape.layers(); i++) {
      x = layer(x, bias, i);
    }
    String head = norm(gelu(linear(x, Names.HEAD, shape.width(), shape.width())), Names.HEAD_NORM);
    String output =
        graph.add(
            "Transpose",
            List.of(rows(table, scales, outputIds)),
            Attribute.of("perm", List.of(1L, 0L)));
    graph.addAs("logits", "MatMul", List.of(head, output));
    graph.output("logits", OnnxGraph.Type.FLOAT, "batch", "sequence", "outputs");
    for (int i = 0; i < shape.layers(); i++) {
      for (String part : List.of("key", "value")) {
        graph.output(
            present(i, part),
            OnnxGraph.Type.FLOAT,
            "batch",
            shape.heads(),
            "total",
            shape.headWidth());
      }
    }
  }

  /** Rows of the byte table as floats. */
  private String rows(String table, String scales, String ids) {
    String bytes = graph.add("Cast", List.of(op("Gather", table, ids)), Attribute.of("to", 1L));
    return op("Mul", bytes, op("Gather", scales, ids));
  }

  private String positionTable() {
    return graph.floats(
        "positions", weights.get(Names.POSITIONS), shape.positions(), shape.width());
  }

  private String layer(String x, String bias, int i) {
    String projected =
        op(
            "Reshape",
            linear(x, Names.layer(i, "qkv"), 3 * shape.width(), shape.width()),
            graph.integers(0, 0, 3, shape.heads(), shape.headWidth()));
    String qkv =
        graph.add(
            "Transpose", List.of(projected), Attribute.of("perm", List.of(2L, 0L, 3L, 1L, 4L)));
    String query =
        op("Mul", pick(qkv, 0), graph.number((float) (1 / Math.sqrt(shape.headWidth()))));
    String key = remember(i, "key", pick(qkv, 1));
    String value = remember(i, "value", pick(qkv, 2));
    String keyColumns =
        graph.add("Transpose", List.of(key), Attribute.of("perm", List.of(0L, 1L, 3L, 2L)));
    String scores =
        graph.add(
            "Softmax",
            List.of(op("Add", op("MatMul", query, keyColumns), bias)),
            Attribute.of("axis", -1L));
    String context =
        op(
            "Reshape",
            graph.add(
                "Transpose",
                List.of(op("MatMul", scores, value)),
                Attribute.of("perm", List.of(0L, 2L, 1L, 3L))),
            graph.integers(0, 0, shape.width()));
    String attended =
        norm(
            op("Add", x, linear(context, Names.layer(i, "out"), shape.width(), shape.width())),
            Names.layer(i, "norm1"));
    String inner = gelu(linear(attended, Names.layer(i, "up"), shape.inner(), shape.width()));
    return norm(
        op("Add", attended, linear(inner, Names.layer(i, "down"), shape.width(), shape.inner())),
        Names.layer(i, "norm2"));
  }

  private String pick(String qkv, int part) {
    return graph.add("Gather", List.of(qkv, graph.integer(part)), Attribute.of("axis", 0L));
  }

  /** Joins what was computed before with what is new. */
  private String remember(int i, String part, String now) {
    String past =
        graph.input(
            String.format(Locale.ROOT, "past_key_values.%d.%s", i, part),
            OnnxGraph.Type.FLOAT,
            "batch",
            shape.heads(),
            "past",
            shape.headWidth());
    return graph.addAs(present(i, part), "Concat", List.of(past, now), Attribute.of("axis", 2L));
  }

  private static String present(int i, String part) {
    return String.format(Locale.ROOT, "present.%d.%s", i, part);
  }

  private String linear(String x, String name, int out, int in) {
    Int8Matrix matrix = Int8Matrix.of(weights.get(name + ".w"), out, in);
    String folded =
        graph.add(
            "DequantizeLinear",
            List.of(
                graph.bytes(name + ".q", matrix.transposed(), in, out),
                graph.floats(name + ".scale", matrix.scales(), out),
                // Without explicit zero points ONNX Runtime would not fold the node away.
                graph.bytes(name + ".zero", new byte[out], out)),
            Attribute.of("axis", 1L));
    return op("Add", op("MatMul", x, folded), vector(name + ".b"));
  }

  private String norm(String x, String name) {
    return graph.add(
        "LayerNormalization",
        List.of(x, vector(name + ".g"), vector(name + ".b")),
        Attribute.of("axis", -1L),
        Attribute.of("epsilon", EPSILON));
  }

  /** x (1 + erf(x / sqrt 2)) / 2. */
  private String gelu(String x) {
    String erf = op("Erf", op("Div", x, graph.number((float) Math.sqrt(2))));
    return op("Mul", op("Mul", x, op("Add", erf, graph.number(1))), graph.number(0.5f));
  }

  private String vector(String name) {
    float[] values = weights.get(name);
    return graph.floats(name, values, values.length);
  }

  private String op(String operator, String... inputs) {
    return graph.add(operator, new ArrayList<>(List.of(inputs)));
  }
}
