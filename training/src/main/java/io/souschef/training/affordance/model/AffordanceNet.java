package io.souschef.training.affordance.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.text.TextEmbedder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * P(success) from features and texts: the three embeddings are projected to a few numbers each and
 * joined with the features; the wording also opens and closes the units of the first layer, because
 * what matters differs from skill to skill.
 *
 * <p>Inputs, with N rows and U texts: features float[N, F], standardised; texts float[U, 384];
 * wording, object, place int64[N]. Output: logits float[N].
 */
final class AffordanceNet extends AbstractBlock {

  static final int WORDING = 16;
  static final int OBJECT = 12;
  static final int PLACE = 8;
  static final int JOINED = FeatureLayout.WIDTH + WORDING + OBJECT + PLACE;
  static final int FIRST = 160;
  static final int SECOND = 64;

  private static final float DROPOUT = 0.1f;

  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  AffordanceNet() {
    add("wording.weight", WORDING, TextEmbedder.WIDTH);
    add("object.weight", OBJECT, TextEmbedder.WIDTH);
    add("place.weight", PLACE, TextEmbedder.WIDTH);
    add("gate.weight", FIRST, WORDING);
    add("gate.bias", FIRST);
    add("first.weight", FIRST, JOINED);
    add("first.bias", FIRST);
    add("second.weight", SECOND, FIRST);
    add("second.bias", SECOND);
    add("out.weight", 1, SECOND);
    add("out.bias", 1);
  }

  private void add(String name, long... shape) {
    Parameter.Type type = name.endsWith("bias") ? Parameter.Type.BIAS : Parameter.Type.WEIGHT;
    shapes.put(name, new Shape(shape));
    parameters.put(name, addParameter(Parameter.builder().setName(name).setType(type).build()));
  }

  /** Uniform in +-1/sqrt(inputs), biases zero. Texts have unit length, so they may weigh more. */
  void initialize(NDManager manager, Random random) {
    shapes.forEach(
        (name, shape) -> {
          float[] values = new float[Math.toIntExact(shape.size())];
          if (!name.endsWith("bias")) {
            double bound = 1 / Math.sqrt((double) shape.get(1));
            double gain = shape.get(1) == TextEmbedder.WIDTH ? 6 : 1.4;
            for (int i = 0; i < values.length; i++) {
              values[i] = (float) (gain * bound * (2 * random.nextDouble() - 1));
            }
          }
          set(manager, name, values);
        });
  }

  /** Takes over weights as {@link #weights} gave them. */
  void restore(NDManager manager, Map<String, float[]> weights) {
    weights.forEach((name, values) -> set(manager, name, values));
  }

  private void set(NDManager manager, String name, float[] values) {
    NDArray array = manager.create(values, shapes.get(name));
    array.setName(name);
    parameter(name).setArray(array);
  }

  private Parameter parameter(String name) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("No parameter " + name);
    }
    return parameter;
  }

  /** A copy of all weights by name. */
  Map<String, float[]> weights() {
    Map<String, float[]> copies = new LinkedHashMap<>();
    parameters.forEach((name, p) -> copies.put(name, p.getArray().toFloatArray()));
    return copies;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    Layers layers = new Layers(store, inputs.head().getDevice(), training);
    NDArray texts = inputs.get(1);
    NDArray wording = gather(layers.linear(texts, "wording", false), inputs.get(2));
    NDArray object = gather(layers.linear(texts, "object", false), inputs.get(3));
    NDArray place = gather(layers.linear(texts, "place", false), inputs.get(4));
    NDArray joined = inputs.head().concat(wording, 1).concat(object, 1).concat(place, 1);
    NDArray opening = Activation.sigmoid(layers.linear(wording, "gate", true));
    // Not mul(2): DJL frees its 2 at once, and the gradient would be computed with what lies there.
    NDArray gate = opening.add(opening);
    NDArray first = layers.drop(Activation.relu(layers.linear(joined, "first", true)).mul(gate));
    NDArray second = layers.drop(Activation.relu(layers.linear(first, "second", true)));
    return new NDList(layers.linear(second, "out", true).squeeze(1));
  }

  private static NDArray gather(NDArray table, NDArray index) {
    return index.getNDArrayInternal().embedding(index, table, SparseFormat.DENSE).head();
  }

  private final class Layers {
    private final ParameterStore store;
    private final Device device;
    private final boolean training;

    Layers(ParameterStore store, Device device, boolean training) {
      this.store = store;
      this.device = device;
      this.training = training;
    }

    NDArray linear(NDArray input, String name, boolean biased) {
      NDArray weight = store.getValue(parameter(name + ".weight"), device, training);
      NDArray bias =
          biased
              ? store.getValue(parameter(name + ".bias"), device, training)
              : input.getManager().zeros(new Shape(weight.getShape().get(0)), DataType.FLOAT32);
      return input.getNDArrayInternal().linear(input, weight, bias).head();
    }

    NDArray drop(NDArray input) {
      return training ? input.getNDArrayInternal().dropout(input, DROPOUT, true).head() : input;
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0))};
  }
}
