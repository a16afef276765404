package io.souschef.sim.kitchen.furniture;

import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.Site;
import java.util.List;

/**
 * A piece of furniture with the places it offers.
 *
 * @param furniture its solids
 * @param sites its places; none for a wall
 */
public record Piece(Furniture furniture, List<Site> sites) {

  public Piece {
    sites = List.copyOf(sites);
  }
}
