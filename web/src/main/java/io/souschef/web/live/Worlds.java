package io.souschef.web.live;

import io.souschef.sim.SimulatedRobot;
import java.util.Map;

/** Opens kitchens to work in. */
public interface Worlds {

  /** A robot in a fresh kitchen, on the calling thread. */
  SimulatedRobot open(long seed);

  /** What traces record of the surroundings: kitchen, scene. */
  Map<String, String> about();
}
