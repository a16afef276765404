package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Footprint;
import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.Part;
import java.util.List;
import java.util.stream.Stream;

/** Whether furniture stands in other furniture, which physics would burst apart. Stateless. */
final class Crowding {

  /** How deep two pieces may stand in one another: measures are rounded, metres. */
  private static final double ROUNDING_M = 0.01;

  private Crowding() {}

  static boolean overlap(Furniture one, Furniture other) {
    List<Footprint> solids = solids(other).toList();
    return solids(one)
        .anyMatch(solid -> solids.stream().anyMatch(s -> solid.overlaps(s, -ROUNDING_M)));
  }

  private static Stream<Footprint> solids(Furniture piece) {
    Stream<Part> moving = piece.movable().stream().flatMap(part -> part.parts().stream());
    return Stream.concat(piece.parts().stream(), moving)
        .map(part -> Footprint.of(part.shape(), part.pose()));
  }
}
