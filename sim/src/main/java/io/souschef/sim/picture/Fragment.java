package io.souschef.sim.picture;

/** Receives what a triangle covers, pixel by pixel, hidden parts left out. */
@FunctionalInterface
interface Fragment {

  /**
   * One covered pixel.
   *
   * @param index row times width plus column
   * @param weightA share of the triangle's first corner at this pixel; the three sum to 1
   * @param weightB share of the second
   * @param weightC share of the third
   */
  void at(int index, double weightA, double weightB, double weightC);
}
