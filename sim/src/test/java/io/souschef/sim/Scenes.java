package io.souschef.sim;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;

/** Scenes for tests. */
final class Scenes {

  static final Kitchen KITCHEN = KitchenFile.standard();

  private Scenes() {}

  static Scene of(long seed) {
    return new SceneReader(KITCHEN).standard(seed);
  }

  static Scene parse(String yaml, long seed) {
    return new SceneReader(KITCHEN).parse("test scene", yaml, seed);
  }

  static boolean isClosable(String place) {
    return KITCHEN.site(place).orElseThrow().door().isPresent();
  }
}
