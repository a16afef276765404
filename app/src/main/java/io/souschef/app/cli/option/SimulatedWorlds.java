package io.souschef.app.cli.option;

import io.souschef.app.Assembly;
import io.souschef.sim.SimulatedRobot;
import io.souschef.web.live.Worlds;
import java.util.Map;

/**
 * Kitchens of one scene.
 *
 * @param world the options that choose it
 */
public record SimulatedWorlds(KitchenOptions world) implements Worlds {

  /**
   * Checks the scene, so that what is wrong with it is said before anything is opened.
   *
   * @throws io.souschef.skills.InvalidInputException when its file is faulty
   */
  public static SimulatedWorlds of(KitchenOptions world) {
    var unused = world.read(world.seed());
    return new SimulatedWorlds(world);
  }

  @Override
  public SimulatedRobot open(long seed) {
    return Assembly.simulated(world.read(seed), seed, false);
  }

  @Override
  public Map<String, String> about() {
    return Map.of("scene", world.name());
  }
}
