package io.souschef.sim;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;

/** Scenes for tests. */
public final class Scenes {

  public static final Kitchen KITCHEN = KitchenFile.standard();

  private Scenes() {}

  public static Scene of(long seed) {
    return new SceneReader(KITCHEN).standard(seed);
  }

  public static Scene parse(String yaml, long seed) {
    return new SceneReader(KITCHEN).parse("test scene", yaml, seed);
  }

  public static boolean isClosable(String place) {
    return KITCHEN.site(place).orElseThrow().door().isPresent();
  }
}
