package io.souschef.training.plot;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * One side of a plot.
 *
 * @param name beside it; may be empty
 * @param pixels how long it is
 * @param from value at its beginning
 * @param to value at its end, greater than {@code from}
 * @param ticks values that are named
 * @param label the name of a value
 * @param ruled whether a line runs through the plot at each tick
 */
public record Axis(
    String name,
    int pixels,
    double from,
    double to,
    List<Double> ticks,
    DoubleFunction<String> label,
    boolean ruled) {

  /** Pixels from its beginning. */
  double at(double value) {
    return pixels * (value - from) / (to - from);
  }
}
