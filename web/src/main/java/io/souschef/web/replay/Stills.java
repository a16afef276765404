package io.souschef.web.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.sim.picture.SceneView;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a picture shows of a replay, moment by moment. Used by one thread. */
public final class Stills {

  private final Replay replay;
  private final Map<String, PlacedShape> shapes = new LinkedHashMap<>();
  private int next;
  private double timeS = Double.NEGATIVE_INFINITY;

  public Stills(Replay replay) {
    this.replay = replay;
  }

  /** The kitchen as it was at a robot time, seconds from the beginning. */
  public SceneView at(double momentS) {
    if (momentS < timeS) {
      shapes.clear();
      next = 0;
    }
    timeS = momentS;
    List<JsonNode> frames = replay.frames();
    while (next < frames.size() && frames.get(next).path("t").asDouble() <= momentS + 1e-6) {
      apply(frames.get(next));
      next++;
    }
    JsonNode room = replay.kitchen();
    List<PlacedShape> fixtures = new ArrayList<>();
    room.path("fixed").forEach(node -> fixtures.add(shape(node)));
    List<PlacedShape> robot = new ArrayList<>();
    List<PlacedShape> objects = new ArrayList<>();
    for (PlacedShape shape : shapes.values()) {
      if (shape.id().startsWith("robot/")) {
        robot.add(shape);
      } else {
        (shape.id().contains("/") ? fixtures : objects).add(shape);
      }
    }
    return new SceneView(
        room.path("length").asDouble(), room.path("width").asDouble(), fixtures, robot, objects);
  }

  private void apply(JsonNode frame) {
    frame
        .path("new")
        .forEach(
            node -> {
              PlacedShape shape = shape(node);
              shapes.put(shape.id(), shape);
            });
    frame
        .path("poses")
        .properties()
        .forEach(
            entry ->
                shapes.computeIfPresent(
                    entry.getKey(),
                    (id, s) -> new PlacedShape(id, s.shape(), pose(entry.getValue()), s.color())));
    frame.path("gone").forEach(id -> shapes.remove(id.asText()));
  }

  static PlacedShape shape(JsonNode node) {
    JsonNode box = node.path("box");
    JsonNode cylinder = node.path("cylinder");
    Shape shape =
        box.isArray()
            ? new Shape.Box(box.path(0).asDouble(), box.path(1).asDouble(), box.path(2).asDouble())
            : cylinder.isArray()
                ? new Shape.Cylinder(cylinder.path(0).asDouble(), cylinder.path(1).asDouble())
                : new Shape.Sphere(node.path("sphere").path(0).asDouble());
    return new PlacedShape(
        node.path("id").asText(),
        shape,
        pose(node.path("pose")),
        Rgb.parse(node.path("color").asText()));
  }

  static Pose pose(JsonNode numbers) {
    double[] p = new double[7];
    for (int i = 0; i < 7; i++) {
      p[i] = Drawable.metres(numbers.path(i));
    }
    double norm = Math.sqrt(p[3] * p[3] + p[4] * p[4] + p[5] * p[5] + p[6] * p[6]);
    return norm == 0
        ? new Pose(p[0], p[1], p[2], 0, 0, 0, 1)
        : new Pose(p[0], p[1], p[2], p[3] / norm, p[4] / norm, p[5] / norm, p[6] / norm);
  }
}
