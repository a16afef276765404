package io.souschef.app.reliability;

import java.util.Random;

/**
 * A way in which Souschef is attacked.
 *
 * @param target what is attacked
 * @param how with what
 * @param promise what must hold for every input
 * @param weight inputs of this kind for one of a usual kind: less where each takes long
 * @param trial tries one input
 */
record Attack(String target, String how, String promise, double weight, Trial trial) {

  /** One input. */
  @FunctionalInterface
  interface Trial {

    /**
     * Tries an input that is drawn.
     *
     * @return whether it was refused, as most damaged ones are
     * @throws Throwable when the promise is broken
     */
    boolean run(Random random) throws Throwable;
  }

  @Override
  public String toString() {
    return target;
  }
}
