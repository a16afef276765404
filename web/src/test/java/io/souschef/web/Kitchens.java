package io.souschef.web;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.KitchenSource;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.web.live.Worlds;
import java.util.List;

/** Kitchens with little in them. */
public final class Kitchens {

  private static final SceneReader SCENES = new SceneReader(KitchenFile.standard());

  private static final SceneReader FLAT = new SceneReader(KitchenSource.shipped("flat").kitchen());

  private Kitchens() {}

  /** Opens kitchens with a sponge on the table and a coke in the top drawer. */
  public static Worlds small() {
    return new Worlds() {
      @Override
      public SimulatedRobot open(String scene, long seed) {
        return new SimulatedRobot(
            scene.equals("flat")
                ? FLAT.standard(seed)
                : SCENES.parse(
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
      public List<String> scenes() {
        return List.of("test", "flat");
      }
    };
  }
}
