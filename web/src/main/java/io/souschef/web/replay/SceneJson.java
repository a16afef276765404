package io.souschef.web.replay;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.StandArea;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.List;

/** Kitchens and shapes as pages read them: metres, map frame, z up. Stateless. */
public final class SceneJson {

  /** Writes and reads what pages and traces are made of. */
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private SceneJson() {}

  /** What does not move: the room, what is built into it, the places and the kinds of things. */
  public static ObjectNode kitchen(Kitchen kitchen) {
    ObjectNode scene = JSON.createObjectNode();
    scene.put("name", kitchen.name());
    scene.put("length", kitchen.lengthM());
    scene.put("width", kitchen.widthM());
    ArrayNode fixed = scene.putArray("fixed");
    for (Part part : kitchen.staticParts()) {
      fixed.add(shape(new PlacedShape(part.id(), part.shape(), part.pose(), part.color())));
    }
    ArrayNode places = scene.putArray("places");
    kitchen.sites().forEach(site -> places.add(place(site)));
    ObjectNode kinds = scene.putObject("kinds");
    for (ObjectKind kind : kitchen.catalog().kinds()) {
      ObjectNode entry = kinds.putObject(kind.noun());
      put(entry, kind.shape());
      entry.put("color", kind.color().toString());
      entry.put("spill", kind.isSpill());
    }
    return scene;
  }

  /** A shape with its place and look. */
  public static ObjectNode shape(PlacedShape shape) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", shape.id());
    put(node, shape.shape());
    node.put("color", shape.color().toString());
    node.set("pose", numbers(MotionDelta.coded(shape.pose())));
    return node;
  }

  /** A pose as x, y, z, qx, qy, qz, qw. */
  static ArrayNode numbers(List<Integer> coded) {
    ArrayNode array = JSON.createArrayNode();
    for (int i = 0; i < coded.size(); i++) {
      array.add(coded.get(i) / (i < 3 ? MotionDelta.PER_METRE : MotionDelta.PER_UNIT));
    }
    return array;
  }

  private static void put(ObjectNode node, Shape shape) {
    if (shape instanceof Shape.Box box) {
      node.putArray("box").add(round(box.xM())).add(round(box.yM())).add(round(box.zM()));
    } else if (shape instanceof Shape.Cylinder cylinder) {
      node.putArray("cylinder").add(round(cylinder.radiusM())).add(round(cylinder.zM()));
    } else if (shape instanceof Shape.Sphere sphere) {
      node.putArray("sphere").add(round(sphere.radiusM()));
    }
  }

  private static double round(double metres) {
    return Math.round(metres * 1e4) / 1e4;
  }

  private static ObjectNode place(Site site) {
    ObjectNode node = place(site.place());
    node.put("door", site.door().isPresent());
    if (!site.standAreas().isEmpty()) {
      StandArea area = site.standAreas().get(0);
      Pose front = area.pose(area.depthM() / 2 + 0.22, 0);
      node.putArray("label").add(round(front.x())).add(round(front.y())).add(0.0);
    }
    return node;
  }

  /** A place of which no more is known than a robot knows. */
  static ObjectNode place(Place place) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", place.name());
    node.put("kind", place.kind().name());
    node.set("pose", numbers(MotionDelta.coded(place.pose())));
    node.put("length", place.lengthM());
    node.put("width", place.widthM());
    return node;
  }
}
