package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.shape.Footprint;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether furniture stands in other furniture, which physics would burst apart, or before it, where
 * the robot should. Stateless.
 */
final class Crowding {

  /** How deep two pieces may stand in one another: measures are rounded, metres. */
  private static final double ROUNDING_M = 0.01;

  /** As of the robot that is simulated; the base does not touch what it drives along. */
  private static final double BASE_RADIUS_M = 0.295;

  private static final double FLOOR_M = 0.012;
  private static final double ROBOT_HEIGHT_M = 1.8;

  private Crowding() {}

  static boolean overlap(Furniture one, Furniture other) {
    List<Footprint> solids = solids(other).toList();
    return solids(one)
        .anyMatch(solid -> solids.stream().anyMatch(s -> solid.overlaps(s, -ROUNDING_M)));
  }

  /** Whether a base has room anywhere in the working areas of a place. */
  static boolean canStandBefore(Site site, Kitchen kitchen) {
    List<Footprint> solids = kitchen.furniture().stream().flatMap(Crowding::solids).toList();
    return site.standAreas().stream()
        .anyMatch(
            area -> stands(area).anyMatch(base -> isIn(base, kitchen) && isFree(base, solids)));
  }

  private static boolean isIn(Footprint base, Kitchen kitchen) {
    return base.x() > 0
        && base.x() < kitchen.lengthM()
        && base.y() > 0
        && base.y() < kitchen.widthM();
  }

  private static boolean isFree(Footprint base, List<Footprint> solids) {
    return solids.stream().noneMatch(solid -> base.overlaps(solid, 0));
  }

  private static Stream<Footprint> stands(StandArea area) {
    List<Footprint> stands = new ArrayList<>();
    for (double forward = -0.45; forward < 0.5; forward += 0.3) {
      for (double left = -0.45; left < 0.5; left += 0.15) {
        Pose base = area.pose(forward * area.depthM(), left * area.widthM());
        stands.add(new Footprint(base.x(), base.y(), 0, BASE_RADIUS_M, 0, FLOOR_M, ROBOT_HEIGHT_M));
      }
    }
    return stands.stream();
  }

  private static Stream<Footprint> solids(Furniture piece) {
    Stream<Part> moving = piece.movable().stream().flatMap(part -> part.parts().stream());
    return Stream.concat(piece.parts().stream(), moving)
        .map(part -> Footprint.of(part.shape(), part.pose()));
  }
}
