package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Kitchen;

/** Kitchens of tests, from text. */
public final class KitchenTexts {

  private KitchenTexts() {}

  public static Kitchen parse(String yaml) {
    return KitchenFile.parse("trial kitchen", yaml);
  }
}
