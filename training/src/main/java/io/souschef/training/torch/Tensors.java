package io.souschef.training.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Numbers from Java as tensors that give the same results wherever Java kept them. */
public final class Tensors {

  private Tensors() {}

  /**
   * A tensor in memory of PyTorch's own. One that {@link NDManager#create(float[], Shape)} makes
   * lies in a buffer of Java's, at any multiple of 16 bytes; kernels that take the first few
   * numbers singly, up to a round address, sum in another order there, and one seed would give two
   * models: two times in forty trainings of a small network.
   *
   * @param values row after row
   * @return float32, attached to {@code manager}
   */
  public static NDArray of(NDManager manager, float[] values, Shape shape) {
    try (NDArray anywhere = manager.create(values, shape)) {
      return anywhere.duplicate();
    }
  }
}
