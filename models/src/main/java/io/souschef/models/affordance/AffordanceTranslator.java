package io.souschef.models.affordance;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.souschef.models.text.TextEmbedder;

/**
 * Encoded skills to the inputs of {@code can.onnx} and its output back. With N skills, U different
 * texts and F = {@link FeatureLayout#WIDTH}:
 *
 * <ul>
 *   <li>{@code features} float[N, F], in natural units; the graph standardises them
 *   <li>{@code texts} float[U, 384], embeddings; row 0 is zero and stands for an absent text
 *   <li>{@code wording}, {@code object}, {@code place} int64[N], rows of {@code texts}
 *   <li>{@code probability} float[N], P(success)
 * </ul>
 */
final class AffordanceTranslator implements NoBatchifyTranslator<EncodedSkills, double[]> {

  private final TextEmbedder embedder;

  AffordanceTranslator(TextEmbedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public NDList processInput(TranslatorContext context, EncodedSkills skills) {
    NDManager manager = context.getNDManager();
    int texts = skills.texts().size();
    float[] embeddings = new float[texts * TextEmbedder.WIDTH];
    for (int i = 0; i < texts; i++) {
      embedder.embed(skills.texts().get(i), embeddings, i * TextEmbedder.WIDTH);
    }
    return new NDList(
        named(
            "features",
            manager.create(skills.features(), new Shape(skills.count(), FeatureLayout.WIDTH))),
        named("texts", manager.create(embeddings, new Shape(texts, TextEmbedder.WIDTH))),
        named("wording", manager.create(widen(skills.wording()))),
        named("object", manager.create(widen(skills.object()))),
        named("place", manager.create(widen(skills.place()))));
  }

  private static NDArray named(String name, NDArray array) {
    array.setName(name);
    return array;
  }

  private static long[] widen(int[] values) {
    long[] wide = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  @Override
  public double[] processOutput(TranslatorContext context, NDList list) {
    float[] probabilities = list.head().toFloatArray();
    double[] values = new double[probabilities.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, Math.min(1, probabilities[i]));
    }
    return values;
  }
}
