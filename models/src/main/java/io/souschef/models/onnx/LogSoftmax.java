package io.souschef.models.onnx;

/** Logits to log-probabilities, in double precision. */
public final class LogSoftmax {

  private LogSoftmax() {}

  /** ln of the sum of the exponentials of {@code count} logits: what to subtract from each. */
  public static double normalizer(float[] logits, int from, int count) {
    float highest = Float.NEGATIVE_INFINITY;
    for (int i = from; i < from + count; i++) {
      highest = Math.max(highest, logits[i]);
    }
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += Math.exp(logits[i] - highest);
    }
    return highest + Math.log(sum);
  }
}
