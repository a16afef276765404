package io.souschef.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.body.BasePose;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be drawn of observations alone, as traces hold them: the places as bare slabs, or as the
 * default kitchen where they are its own; the robot with its arm stowed; things in their size.
 * Immutable.
 */
public final class Perceived {

  private static final Rgb UNKNOWN = new Rgb(0x9A, 0xA4, 0xB2);
  private static final double LEAST_M = 0.02;

  private final Kitchen standard = KitchenFile.standard();
  private final boolean isStandard;
  private final JsonNode places;

  private Perceived(JsonNode places) {
    this.places = places;
    isStandard = knowsPlaces(places);
  }

  /**
   * For a robot that knows these places.
   *
   * @param places of an observation
   */
  public static Perceived from(JsonNode places) {
    return new Perceived(places);
  }

  private boolean knowsPlaces(JsonNode all) {
    for (JsonNode place : all) {
      Pose pose = pose(place.at("/place/pose"));
      boolean known =
          standard
              .site(place.at("/place/name").asText())
              .filter(site -> site.place().pose().distanceTo(pose) < 0.05)
              .isPresent();
      if (!known) {
        return false;
      }
    }
    return true;
  }

  /** What does not move. */
  public ObjectNode scene() {
    return isStandard ? SceneJson.kitchen(standard) : bareRoom();
  }

  /** What moves, as an observation has it. */
  public List<PlacedShape> shapes(JsonNode observation) {
    List<PlacedShape> shapes = new ArrayList<>();
    List<Pose> links = RobotModel.stowed(BasePose.of(pose(observation.path("base"))));
    for (int i = 0; i < links.size(); i++) {
      RobotModel.Link link = RobotModel.LINKS.get(i);
      shapes.add(new PlacedShape(link.id(), link.shape(), links.get(i), link.color()));
    }
    if (isStandard) {
      standard.movableParts().forEach(part -> addDoor(shapes, part, observation));
    }
    observation.path("objects").forEach(object -> shapes.add(thing(object, "")));
    if (observation.path("held").isObject()) {
      shapes.add(thing(observation.path("held"), "in the hand: "));
    }
    return shapes;
  }

  private static void addDoor(List<PlacedShape> shapes, MovablePart part, JsonNode observation) {
    double position = 0;
    for (JsonNode place : observation.path("places")) {
      if (place.at("/place/name").asText().equals(part.place()) && place.path("open").asBoolean()) {
        position = part.joint().open();
      }
    }
    for (Part solid : part.partsAt(position)) {
      shapes.add(new PlacedShape(solid.id(), solid.shape(), solid.pose(), solid.color()));
    }
  }

  private PlacedShape thing(JsonNode object, String prefix) {
    Optional<ObjectKind> kind = standard.catalog().kind(object.path("kind").asText());
    Shape shape =
        kind.map(ObjectKind::shape)
            .orElseGet(
                () ->
                    new Shape.Box(
                        size(object, "lengthM"), size(object, "widthM"), size(object, "heightM")));
    return new PlacedShape(
        prefix + object.path("id").asText(),
        shape,
        pose(object.path("pose")),
        kind.map(ObjectKind::color).orElse(UNKNOWN));
  }

  private static double size(JsonNode object, String field) {
    return Math.min(2, Math.max(LEAST_M, object.path(field).asDouble()));
  }

  /** A kitchen of which only the names and sizes of the places are known. */
  private ObjectNode bareRoom() {
    ObjectNode room = SceneJson.JSON.createObjectNode();
    double length = 1;
    double width = 1;
    ArrayNode list = room.putArray("places");
    ArrayNode fixed = room.putArray("fixed");
    for (JsonNode state : places) {
      JsonNode place = state.path("place");
      Pose pose = pose(place.path("pose"));
      length = Math.max(length, pose.x() + 1);
      width = Math.max(width, pose.y() + 1);
      ObjectNode node = list.addObject();
      node.put("name", place.path("name").asText());
      node.put("kind", place.path("kind").asText());
      node.set("pose", SceneJson.numbers(MotionDelta.coded(pose)));
      node.putArray("label").add(pose.x()).add(pose.y()).add(pose.z());
      Shape.Box slab = new Shape.Box(size(place, "lengthM"), size(place, "widthM"), LEAST_M);
      Pose below = Pose.upright(pose.x(), pose.y(), pose.z() - LEAST_M / 2, pose.yaw());
      fixed.add(
          SceneJson.shape(
              new PlacedShape("place/" + place.path("name").asText(), slab, below, UNKNOWN)));
    }
    room.put("name", "places as the robot knows them");
    room.put("length", length);
    room.put("width", width);
    room.putObject("kinds");
    return room;
  }

  private static Pose pose(JsonNode node) {
    double w = node.path("qw").asDouble(1);
    return new Pose(
        Drawable.metres(node.path("x")),
        Drawable.metres(node.path("y")),
        Drawable.metres(node.path("z")),
        node.path("qx").asDouble(),
        node.path("qy").asDouble(),
        node.path("qz").asDouble(),
        w);
  }
}
