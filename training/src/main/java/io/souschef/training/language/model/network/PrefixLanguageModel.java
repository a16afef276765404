package io.souschef.training.language.model.network;

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
import io.souschef.training.language.model.network.ModelShape.Names;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A transformer with BERT's layers (norms after the residuals) that says the next token: what a
 * token may see is the caller's mask. The output head shares the word embeddings, which stay as
 * they are.
 *
 * <p>Inputs: token ids int64 [B, T]; additive mask float [B, 1, T, T]; the tokens to predict from,
 * as indices into B*T, int64 [N]; the output vocabulary, token ids int64 [V']. Output: logits [N,
 * V'].
 */
public final class PrefixLanguageModel extends AbstractBlock {

  private static final float EPSILON = 1e-12f;

  private final ModelShape shape;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();

  public PrefixLanguageModel(ModelShape shape) {
    this.shape = shape;
    shape
        .parameters()
        .keySet()
        .forEach(
            name ->
                byName.put(
                    name,
                    addParameter(
                        Parameter.builder()
                            .setName(name)
                            .setType(
                                name.endsWith(".b") ? Parameter.Type.BIAS : Parameter.Type.WEIGHT)
                            .build())));
  }

  public void load(NDManager manager, Weights weights) {
    shape
        .parameters()
        .forEach(
            (name, s) -> {
              NDArray array = manager.create(weights.get(name), s);
              array.setName(name);
              parameter(name).setArray(array);
            });
    // Word embeddings know more words than the corpus, and a trained bias would count as unlikely
    // every word that it lacks: both stay as they are, so that new nouns can be said.
    parameter(Names.WORDS).freeze(true);
    parameter(Names.OUTPUT_BIAS).freeze(true);
  }

  public Weights weights() {
    Map<String, float[]> values = new LinkedHashMap<>();
    byName.forEach((name, p) -> values.put(name, p.getArray().toFloatArray()));
    return new Weights(shape, values);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {new Shape(inputs[2].get(0), inputs[3].get(0))};
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    Pass pass = new Pass(store, inputs.get(0).getDevice(), training);
    NDArray ids = inputs.get(0);
    NDArray mask = inputs.get(1);
    long batch = ids.getShape().get(0);
    long length = ids.getShape().get(1);
    NDArray positions = ids.getManager().arange(0, (int) length, 1, DataType.INT64).expandDims(0);
    NDArray x =
        embedding(ids, pass.get(Names.WORDS)).add(embedding(positions, pass.get(Names.POSITIONS)));
    x = pass.norm(x, Names.EMBEDDING_NORM);
    // Not mul(number): DJL frees its number at once, and the gradient would be computed with what
    // lies there then. This one lives as long as the inputs.
    NDArray scale = ids.getManager().create((float) (1 / Math.sqrt(shape.headWidth())));
    for (int i = 0; i < shape.layers(); i++) {
      x = layer(pass, x, mask, scale, batch, length, i);
    }
    NDArray rows = embedding(inputs.get(2), x.reshape(batch * length, shape.width()));
    NDArray head = pass.norm(Activation.gelu(pass.linear(rows, Names.HEAD)), Names.HEAD_NORM);
    NDArray output = inputs.get(3);
    NDArray words = embedding(output, pass.get(Names.WORDS));
    NDArray bias = embedding(output, pass.get(Names.OUTPUT_BIAS).expandDims(1)).squeeze(1);
    return new NDList(head.getNDArrayInternal().linear(head, words, bias));
  }

  private NDArray layer(
      Pass pass, NDArray x, NDArray mask, NDArray scale, long batch, long length, int i) {
    NDArray qkv =
        pass.linear(x, Names.layer(i, "qkv"))
            .reshape(batch, length, 3, shape.heads(), shape.headWidth())
            .transpose(2, 0, 3, 1, 4);
    NDArray query = qkv.get(0).mul(scale);
    NDArray scores = query.matMul(qkv.get(1).transpose(0, 1, 3, 2)).add(mask).softmax(-1);
    NDArray context =
        scores.matMul(qkv.get(2)).transpose(0, 2, 1, 3).reshape(batch, length, shape.width());
    NDArray attended =
        pass.norm(x.add(pass.linear(context, Names.layer(i, "out"))), Names.layer(i, "norm1"));
    NDArray inner = Activation.gelu(pass.linear(attended, Names.layer(i, "up")));
    return pass.norm(
        attended.add(pass.linear(inner, Names.layer(i, "down"))), Names.layer(i, "norm2"));
  }

  private static NDArray embedding(NDArray ids, NDArray table) {
    return ids.getNDArrayInternal().embedding(ids, table, SparseFormat.DENSE).head();
  }

  private Parameter parameter(String name) {
    Parameter parameter = byName.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException("There is no parameter '%s'".formatted(name));
    }
    return parameter;
  }

  /** One forward pass' access to the parameters. */
  private final class Pass {
    private final ParameterStore store;
    private final Device device;
    private final boolean training;

    Pass(ParameterStore store, Device device, boolean training) {
      this.store = store;
      this.device = device;
      this.training = training;
    }

    NDArray get(String name) {
      return store.getValue(parameter(name), device, training);
    }

    NDArray linear(NDArray x, String name) {
      return x.getNDArrayInternal().linear(x, get(name + ".w"), get(name + ".b")).head();
    }

    NDArray norm(NDArray x, String name) {
      return x.getNDArrayInternal()
          .layerNorm(x, new Shape(shape.width()), get(name + ".g"), get(name + ".b"), EPSILON)
          .head();
    }
  }
}
