package io.souschef.training.onnx;

/**
 * A matrix in signed bytes with a scale for each row: value = byte * scale.
 *
 * @param values row-major
 * @param scales one for each row
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Int8Matrix(byte[] values, float[] scales) {

  private static final int MOST = 127;
  private static final float LEAST_SCALE = 1e-12f;

  /** Rounds a matrix to the nearest bytes; each row's largest magnitude becomes 127. */
  public static Int8Matrix of(float[] matrix, int rows, int columns) {
    byte[] values = new byte[matrix.length];
    float[] scales = new float[rows];
    for (int r = 0; r < rows; r++) {
      float largest = LEAST_SCALE;
      for (int c = 0; c < columns; c++) {
        largest = Math.max(largest, Math.abs(matrix[r * columns + c]));
      }
      scales[r] = largest / MOST;
      for (int c = 0; c < columns; c++) {
        values[r * columns + c] = (byte) Math.round(matrix[r * columns + c] / scales[r]);
      }
    }
    return new Int8Matrix(values, scales);
  }

  /** The bytes of the transposed matrix, whose columns then have the scales. */
  public byte[] transposed() {
    int rows = scales.length;
    int columns = values.length / rows;
    byte[] out = new byte[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out[c * rows + r] = values[r * columns + c];
      }
    }
    return out;
  }
}
