package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Part;
import java.util.List;

/**
 * A piece of furniture.
 *
 * @param name unique in the kitchen
 * @param parts what never moves
 * @param movable doors and drawers
 */
public record Furniture(String name, List<Part> parts, List<MovablePart> movable) {

  public Furniture {
    parts = List.copyOf(parts);
    movable = List.copyOf(movable);
  }
}
