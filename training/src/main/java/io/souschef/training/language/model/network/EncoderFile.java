package io.souschef.training.language.model.network;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.souschef.training.language.model.network.ModelShape.Names;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The parameters in an ONNX file of a BERT encoder. */
final class EncoderFile {

  private final String resource;
  private final Map<String, TensorProto> named = new HashMap<>();
  private final Map<String, float[]> matrices = new HashMap<>();

  EncoderFile(String resource, GraphProto graph) {
    this.resource = resource;
    for (TensorProto tensor : graph.getInitializerList()) {
      named.put(tensor.getName(), tensor);
    }
    // The matrices of the file have no names of their own: their nodes have.
    for (NodeProto node : graph.getNodeList()) {
      if (node.getOpType().equals("MatMul") && named.containsKey(node.getInput(1))) {
        TensorProto tensor = tensor(node.getInput(1));
        matrices.put(
            node.getName(),
            transposed(floats(tensor), (int) tensor.getDims(0), (int) tensor.getDims(1)));
      }
    }
  }

  /** All parameters of a shape: the file's, and random ones for the head, which it lacks. */
  Weights weights(ModelShape shape, RandomGenerator random) {
    Map<String, float[]> values = new LinkedHashMap<>();
    values.put(Names.WORDS, floats("embeddings.word_embeddings.weight"));
    values.put(Names.POSITIONS, positions(shape));
    norm(values, Names.EMBEDDING_NORM, "embeddings.LayerNorm");
    for (int i = 0; i < shape.layers(); i++) {
      String weights = String.format(Locale.ROOT, "encoder.layer.%d.", i);
      String nodes = String.format(Locale.ROOT, "/encoder/layer.%d/", i);
      values.put(
          Names.layer(i, "qkv.w"),
          joined(
              matrix(nodes + "attention/self/query/MatMul"),
              matrix(nodes + "attention/self/key/MatMul"),
              matrix(nodes + "attention/self/value/MatMul")));
      values.put(
          Names.layer(i, "qkv.b"),
          joined(
              floats(weights + "attention.self.query.bias"),
              floats(weights + "attention.self.key.bias"),
              floats(weights + "attention.self.value.bias")));
      values.put(Names.layer(i, "out.w"), matrix(nodes + "attention/output/dense/MatMul"));
      values.put(Names.layer(i, "out.b"), floats(weights + "attention.output.dense.bias"));
      norm(values, Names.layer(i, "norm1"), weights + "attention.output.LayerNorm");
      values.put(Names.layer(i, "up.w"), matrix(nodes + "intermediate/dense/MatMul"));
      values.put(Names.layer(i, "up.b"), floats(weights + "intermediate.dense.bias"));
      values.put(Names.layer(i, "down.w"), matrix(nodes + "output/dense/MatMul"));
      values.put(Names.layer(i, "down.b"), floats(weights + "output.dense.bias"));
      norm(values, Names.layer(i, "norm2"), weights + "output.LayerNorm");
    }
    shape
        .parameters()
        .forEach((name, s) -> values.computeIfAbsent(name, n -> Weights.random(n, s, random)));
    return new Weights(shape, values);
  }

  /** Positions with the embedding of the only segment added, which is the same everywhere. */
  private float[] positions(ModelShape shape) {
    float[] positions = floats("embeddings.position_embeddings.weight");
    float[] segments = floats("embeddings.token_type_embeddings.weight");
    for (int i = 0; i < positions.length; i++) {
      positions[i] += segments[i % shape.width()];
    }
    return positions;
  }

  private void norm(Map<String, float[]> values, String name, String source) {
    values.put(name + ".g", floats(source + ".weight"));
    values.put(name + ".b", floats(source + ".bias"));
  }

  private float[] matrix(String node) {
    float[] matrix = matrices.get(node);
    if (matrix == null) {
      throw new IllegalStateException("%s has no node '%s'".formatted(resource, node));
    }
    return matrix;
  }

  private float[] floats(String name) {
    return floats(tensor(name));
  }

  private TensorProto tensor(String name) {
    TensorProto tensor = named.get(name);
    if (tensor == null) {
      throw new IllegalStateException("%s has no tensor '%s'".formatted(resource, name));
    }
    return tensor;
  }

  private static float[] floats(TensorProto tensor) {
    FloatBuffer buffer =
        tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] floats = new float[buffer.remaining()];
    buffer.get(floats);
    return floats;
  }

  private static float[] transposed(float[] matrix, int rows, int columns) {
    float[] out = new float[matrix.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        out[j * rows + i] = matrix[i * columns + j];
      }
    }
    return out;
  }

  private static float[] joined(float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    float[] joined = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
