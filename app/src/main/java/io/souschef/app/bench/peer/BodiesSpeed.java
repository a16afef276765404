package io.souschef.app.bench.peer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.app.bench.sim.SimBenchmark;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.physics.BulletWorld;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kitchen in which nothing comes to rest, beside other engines with the same solids, steps and
 * pushes.
 */
final class BodiesSpeed {

  private static final int[] COUNTS = {8, 20, 36};
  private static final int STEPS = 3_000;

  private final PythonPeer python;

  BodiesSpeed(PythonPeer python) {
    this.python = python;
  }

  List<SpeedRow> rows() {
    List<SpeedRow> rows = new ArrayList<>();
    for (int count : COUNTS) {
      SpeedRow row =
          SpeedRow.of("%s bodies, all awake".formatted(count), "steps a CPU second")
              .here(SimBenchmark.awake(count, STEPS));
      ObjectNode work = work(SimBenchmark.scene(count));
      for (String engine : List.of("MuJoCo", "PyBullet")) {
        PythonPeer.Answer answer = python.ask("bodies.py", work.put("engine", engine));
        rows.add(
            answer instanceof PythonPeer.Figures figures
                ? withGoal(row, engine, figures.values().path("perSecond").asDouble())
                : row.without(engine, ((PythonPeer.NotHere) answer).why()));
      }
    }
    return rows;
  }

  private static SpeedRow withGoal(SpeedRow row, String engine, double perSecond) {
    SpeedRow beside = row.beside(engine, perSecond);
    return engine.equals("MuJoCo") ? beside.goal(0.8 * perSecond) : beside;
  }

  private static ObjectNode work(Scene scene) {
    ObjectNode work = JsonNodeFactory.instance.objectNode();
    work.put("steps", STEPS).put("stepS", BulletWorld.STEP_S);
    ArrayNode fixed = work.putArray("fixed");
    scene.kitchen().furniture().stream()
        .flatMap(
            piece ->
                Stream.concat(
                    piece.parts().stream(),
                    piece.movable().stream().flatMap(part -> part.parts().stream())))
        .forEach(part -> solid(fixed.addObject(), part));
    ArrayNode loose = work.putArray("loose");
    scene.objects().stream()
        .filter(object -> !object.kind().isSpill())
        .forEach(
            object ->
                solid(loose.addObject(), object.kind().shape(), object.pose())
                    .put("mass", object.kind().massKg())
                    .put("friction", object.kind().friction()));
    return work;
  }

  private static void solid(ObjectNode node, Part part) {
    solid(node, part.shape(), part.pose());
  }

  private static ObjectNode solid(ObjectNode node, Shape shape, Pose pose) {
    String kind =
        shape instanceof Shape.Box ? "box" : shape instanceof Shape.Sphere ? "ball" : "cylinder";
    node.put("shape", kind);
    node.putArray("size").add(shape.xM()).add(shape.yM()).add(shape.zM());
    node.putArray("at").add(pose.x()).add(pose.y()).add(pose.z());
    node.putArray("turn").add(pose.qw()).add(pose.qx()).add(pose.qy()).add(pose.qz());
    return node;
  }
}
