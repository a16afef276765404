package io.souschef.sim.picture;

import java.util.List;

/**
 * Everything that a picture shows, at one moment. Immutable.
 *
 * @param lengthM room's extent along x, metres
 * @param widthM room's extent along y, metres
 * @param fixtures walls, furniture, doors and drawers as they stand
 * @param robot the robot's links
 * @param objects loose objects; they are labelled by id
 */
public record SceneView(
    double lengthM,
    double widthM,
    List<PlacedShape> fixtures,
    List<PlacedShape> robot,
    List<PlacedShape> objects) {

  public SceneView {
    fixtures = List.copyOf(fixtures);
    robot = List.copyOf(robot);
    objects = List.copyOf(objects);
  }
}
