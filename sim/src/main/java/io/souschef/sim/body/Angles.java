package io.souschef.sim.body;

/** Arithmetic on angles. */
public final class Angles {

  private Angles() {}

  /** The same direction within (-pi, pi]. */
  public static double wrap(double radians) {
    double turned = Math.IEEEremainder(radians, 2 * Math.PI);
    return turned <= -Math.PI ? turned + 2 * Math.PI : turned;
  }
}
