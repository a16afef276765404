package io.souschef.sim.kitchen.furniture;

/** Complaints about measures, in words that say what to write instead. Stateless. */
final class Sizes {

  private Sizes() {}

  /**
   * Refuses a measure that is too small to build from.
   *
   * @throws IllegalArgumentException naming the piece, the measure and the least it may be
   */
  static void atLeast(String piece, String what, double metres, double least) {
    if (metres < least) {
      throw new IllegalArgumentException(
          "%s: a %s of %s m is too little to be built; make it at least %s m"
              .formatted(piece, what, metres, least));
    }
  }

  /** To whole centimetres, upwards. */
  static double rounded(double metres) {
    return Math.ceil(metres * 100 - 1e-6) / 100;
  }
}
