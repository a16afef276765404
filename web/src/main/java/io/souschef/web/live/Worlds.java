package io.souschef.web.live;

import io.souschef.sim.SimulatedRobot;
import java.util.List;

/** Opens kitchens to work in. */
public interface Worlds {

  /** Names of the scenes that may be chosen; the first one until another is chosen. */
  List<String> scenes();

  /**
   * A robot in a fresh kitchen, on the calling thread.
   *
   * @param scene one of {@link #scenes}
   * @throws io.souschef.skills.failure.InvalidInputException when its file is faulty
   */
  SimulatedRobot open(String scene, long seed);
}
