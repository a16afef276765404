package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Optional;

/**
 * A place of the vocabulary with its geometry.
 *
 * @param place the place as the robot knows it; a drawer's pose is that of the open drawer
 * @param surfaces where things stand in it, at joint position 0; several in a fridge
 * @param rimM height of the walls around above the surface, metres: of a bin, basin or drawer; 0
 *     for a surface
 * @param standAreas where the robot stands to work there, the best first
 * @param door the door or drawer; empty for what is always open
 */
public record Site(
    Place place,
    List<Surface> surfaces,
    double rimM,
    List<StandArea> standAreas,
    Optional<MovablePart> door) {

  public Site {
    surfaces = List.copyOf(surfaces);
    standAreas = List.copyOf(standAreas);
  }

  /** The same with other words about its place. */
  public Site with(Place described) {
    return new Site(described, surfaces, rimM, standAreas, door);
  }

  public String name() {
    return place.name();
  }

  /** The surfaces with the joint at {@code position}: a drawer's floor moves with it. */
  public List<Surface> surfacesAt(double position) {
    if (door.isEmpty() || door.get().joint().type() != Joint.Type.SLIDER) {
      return surfaces;
    }
    Pose motion = door.get().joint().motion(position);
    return surfaces.stream().map(surface -> surface.movedBy(motion)).toList();
  }

  /** Whether a thing with this centre is on or in the place. */
  public boolean holds(Vec3 centre, double position) {
    return surfacesAt(position).stream().anyMatch(surface -> surface.holds(centre));
  }

  /** Whether a robot base at this point stands in a working area of the place. */
  public boolean isStoodAtFrom(double x, double y) {
    return standAreas.stream().anyMatch(area -> area.contains(x, y));
  }
}
