package io.souschef.models.language.embedded;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/** An additive attention mask [batch, 1, rows, columns]: hidden until shown. */
final class AttentionBias {

  /**
   * Leaves a weight of e^-60, which is nothing beside the 24 bits of a float, and yet no denormal
   * number: with -10,000 a processor computes those, a hundred times slower than others.
   */
  private static final float HIDDEN = -60;

  private final int batch;
  private final int rows;
  private final int columns;
  private final float[] values;

  AttentionBias(int batch, int rows, int columns) {
    this.batch = batch;
    this.rows = rows;
    this.columns = columns;
    this.values = new float[batch * rows * columns];
    Arrays.fill(values, HIDDEN);
  }

  /** Lets a row see {@code count} columns. */
  void show(int item, int row, int fromColumn, int count) {
    int start = (item * rows + row) * columns + fromColumn;
    Arrays.fill(values, start, start + count, 0);
  }

  NDArray array(NDManager manager) {
    NDArray array = manager.create(values, new Shape(batch, 1, rows, columns));
    array.setName("attention_bias");
    return array;
  }
}
