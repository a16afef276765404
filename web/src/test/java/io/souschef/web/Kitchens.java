package io.souschef.web;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.web.live.Worlds;
import java.util.Map;

/** Kitchens with little in them. */
public final class Kitchens {

  private static final SceneReader SCENES = new SceneReader(KitchenFile.standard());

  private Kitchens() {}

  /** Opens kitchens with a sponge on the table and a coke in the top drawer. */
  public static Worlds small() {
    return new Worlds() {
      @Override
      public SimulatedRobot open(long seed) {
        return new SimulatedRobot(
            SCENES.parse(
                "test",
                """
                objects:
                  - {kind: sponge, at: table}
                  - {kind: apple, at: table}
                  - {kind: coke, at: top drawer}
                """,
                seed),
            seed);
      }

      @Override
      public Map<String, String> about() {
        return Map.of("scene", "test");
      }
    };
  }
}
