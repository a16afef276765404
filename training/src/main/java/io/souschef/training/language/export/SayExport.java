package io.souschef.training.language.export;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.training.language.model.Network;
import io.souschef.training.language.model.batch.OutputTokens;
import io.souschef.training.language.model.network.ModelShape;
import io.souschef.training.language.model.network.Weights;
import io.souschef.training.onnx.Int8Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Exports trained weights and checks the file against the network that was trained. */
public final class SayExport {

  private static final double LARGEST_DIFFERENCE = 5e-3;

  private SayExport() {}

  /**
   * How the file compares.
   *
   * @param graph largest difference of a logit between the file and the network with the file's
   *     rounded weights: what the graph gets wrong
   * @param rounding largest difference of a logit to the network as trained: what a byte a weight
   *     costs
   */
  public record Check(double graph, double rounding) {}

  /**
   * Writes {@code say.onnx}.
   *
   * @param common tokens over which the probability of a skill is always normalised
   * @param programs tokens over which the probability of a program is always normalised
   */
  public static void write(Weights weights, OutputTokens common, OutputTokens programs, Path file)
      throws IOException {
    SayGraph.write(
        weights,
        file,
        Map.of(
            "common_tokens",
            listed(common),
            "program_tokens",
            listed(programs),
            "start_weights",
            "all-MiniLM-L6-v2, Apache 2.0"));
  }

  private static String listed(OutputTokens tokens) {
    return LongStream.of(tokens.ids()).mapToObj(Long::toString).collect(Collectors.joining(","));
  }

  /**
   * Compares a written file with the network.
   *
   * @throws IllegalStateException when they differ by more than rounding explains
   */
  public static Check check(Weights weights, OutputTokens common, Path file, PromptTokens example) {
    float[] served = served(weights.shape(), common, file, example);
    double graph = largest(served, Network.logits(rounded(weights), common, example));
    if (!(graph < LARGEST_DIFFERENCE)) {
      throw new IllegalStateException(
          "%s differs from the trained network by %s in a logit; the graph is wrong"
              .formatted(file, graph));
    }
    return new Check(graph, largest(served, Network.logits(weights, common, example)));
  }

  /** The weights as the file stores them. */
  static Weights rounded(Weights weights) {
    Map<String, float[]> values = new LinkedHashMap<>(weights.values());
    weights
        .shape()
        .parameters()
        .forEach(
            (name, shape) -> {
              if (name.endsWith(".w") || name.equals(ModelShape.Names.WORDS)) {
                int rows = (int) shape.get(0);
                int columns = (int) shape.get(1);
                Int8Matrix matrix = Int8Matrix.of(weights.get(name), rows, columns);
                float[] value = new float[rows * columns];
                for (int i = 0; i < value.length; i++) {
                  value[i] = matrix.values()[i] * matrix.scales()[i / columns];
                }
                values.put(name, value);
              }
            });
    return new Weights(weights.shape(), values);
  }

  /** Logits [tokens to predict, V'] from the file, with an empty cache. */
  private static float[] served(
      ModelShape shape, OutputTokens common, Path file, PromptTokens example) {
    try (OnnxSession session = OnnxSession.open(file, 1);
        NDManager manager = session.newManager()) {
      int length = example.ids().length - 1;
      float[] bias = new float[length * length];
      for (int t = 0; t < length; t++) {
        int sees = t < example.prefixLength() ? example.prefixLength() : t + 1;
        Arrays.fill(bias, t * length + sees, (t + 1) * length, -1e4f);
      }
      NDList inputs =
          new NDList(
              named(
                  manager.create(
                      Arrays.stream(example.ids(), 0, length).asLongStream().toArray(),
                      new Shape(1, length)),
                  "input_ids"),
              named(
                  manager.create(LongStream.range(0, length).toArray(), new Shape(1, length)),
                  "position_ids"),
              named(manager.create(bias, new Shape(1, 1, length, length)), "attention_bias"),
              named(manager.create(common.ids()), "output_ids"));
      for (int i = 0; i < shape.layers(); i++) {
        for (String part : List.of("key", "value")) {
          inputs.add(
              named(
                  manager.create(new float[0], new Shape(1, shape.heads(), 0, shape.headWidth())),
                  String.format(Locale.ROOT, "past_key_values.%d.%s", i, part)));
        }
      }
      float[] all = session.run(inputs).get("logits").toFloatArray();
      int width = common.ids().length;
      int rows = example.skills().stream().mapToInt(s -> s.to() - s.from()).sum();
      float[] wanted = new float[rows * width];
      int at = 0;
      for (PromptTokens.Span skill : example.skills()) {
        for (int t = skill.from(); t < skill.to(); t++) {
          System.arraycopy(all, (t - 1) * width, wanted, at, width);
          at += width;
        }
      }
      return wanted;
    }
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }

  private static double largest(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }
}
