package io.souschef.training.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class Int8MatrixTest {

  @Test
  void everyRowUsesItsOwnScale() {
    Int8Matrix matrix = Int8Matrix.of(new float[] {1, -0.25f, 100, 25}, 2, 2);

    assertThat(matrix.values()).containsExactly(127, -32, 127, 32);
    assertThat(matrix.scales()[1]).isCloseTo(100 / 127f, within(1e-6f));
    assertThat(matrix.transposed()).containsExactly(127, 127, -32, 32);
  }

  @Test
  void aRowOfZerosStaysZero() {
    assertThat(Int8Matrix.of(new float[] {0, 0}, 1, 2).values()).containsExactly(0, 0);
  }
}
