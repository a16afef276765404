package io.souschef.models.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** Named inputs of a graph. */
public final class Tensors {

  private Tensors() {}

  public static NDArray int64(NDManager manager, String name, int[] values, Shape shape) {
    return named(name, manager.create(Arrays.stream(values).asLongStream().toArray(), shape));
  }

  public static NDArray named(String name, NDArray array) {
    array.setName(name);
    return array;
  }
}
