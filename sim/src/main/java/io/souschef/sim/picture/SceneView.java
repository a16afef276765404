package io.souschef.sim.picture;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.state.WorldObject;
import io.souschef.sim.state.WorldState;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /**
   * The view of a state.
   *
   * @param jointPositions position of each door and drawer by place
   * @param robot the robot's links
   */
  public static SceneView of(
      WorldState state, Map<String, Double> jointPositions, List<PlacedShape> robot) {
    Kitchen kitchen = state.initial().kitchen();
    Stream<Part> moving =
        kitchen.movableParts().stream()
            .flatMap(part -> part.partsAt(jointPositions.getOrDefault(part.place(), 0.0)).stream());
    List<PlacedShape> fixtures =
        Stream.concat(kitchen.staticParts().stream(), moving)
            .map(part -> new PlacedShape(part.id(), part.shape(), part.pose(), part.color()))
            .toList();
    List<PlacedShape> objects =
        state.objects().stream()
            .map(o -> new PlacedShape(o.id(), o.kind().shape(), o.pose(), o.kind().color()))
            .toList();
    return new SceneView(kitchen.lengthM(), kitchen.widthM(), fixtures, robot, objects);
  }

  /** A scene at its start, without the robot. */
  public static SceneView of(Scene scene) {
    return of(WorldState.of(scene), scene.jointPositions(), List.of());
  }

  /** Labels for the places and for what stands in the open. */
  public static Labels labels(WorldState state) {
    Kitchen kitchen = state.initial().kitchen();
    Stream<Labels.Label> places =
        kitchen.sites().stream().map(site -> new Labels.Label(site.name(), inFrontOf(site), true));
    Stream<Labels.Label> things =
        state.objects().stream()
            .filter(object -> !isShutAway(object, state))
            .map(
                object ->
                    new Labels.Label(
                        object.id(),
                        Frames.position(object.pose())
                            .plus(new Vec3(0, 0.09, object.kind().shape().zM() / 2)),
                        false));
    return new Labels(Stream.concat(places, things).toList());
  }

  /** A point of the floor where a place's name hides nothing. */
  private static Vec3 inFrontOf(Site site) {
    StandArea area = site.standAreas().get(0);
    return Frames.position(area.pose(area.depthM() / 2 + 0.22, 0));
  }

  private static boolean isShutAway(WorldObject object, WorldState state) {
    return object.place().map(place -> !state.open().getOrDefault(place, true)).orElse(false);
  }
}
