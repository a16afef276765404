package io.souschef.app.reliability;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.RobotTraits;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Opens and closes everything that opens, empty and full, with what the seed laid there and with
 * what the robot itself put in, and counts how often the first try works.
 */
final class DoorTrials {

  private static final Kitchen KITCHEN = KitchenFile.standard();
  private static final FloorPlan FLOOR = FloorPlan.of(KITCHEN);
  private static final List<String> PLACES =
      KITCHEN.sites().stream().filter(site -> site.door().isPresent()).map(Site::name).toList();

  private final List<String> failures = new ArrayList<>();
  private int tries;

  int tries() {
    return tries;
  }

  /** One line for each try that failed. */
  List<String> failures() {
    return failures;
  }

  /**
   * One scene: what is in the place, what is put in and what else stands open follow from the seed.
   */
  void run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String place = PLACES.get((int) (seed % PLACES.size()));
    List<String> inside = draw(place, random.nextInt(6), random);
    List<String> toPutIn = draw(place, random.nextInt(3), random);
    toPutIn.removeAll(inside);
    String neighbour = PLACES.get(random.nextInt(PLACES.size()));
    StringBuilder scene = new StringBuilder("robot: {at: user}\n");
    if (!neighbour.equals(place) && random.nextInt(3) == 0) {
      scene.append("doors: {").append(neighbour).append(": open}\n");
    } else {
      neighbour = "";
    }
    scene.append("objects:\n");
    inside.forEach(kind -> add(scene, kind, place));
    toPutIn.forEach(kind -> add(scene, kind, "table"));
    if (inside.isEmpty() && toPutIn.isEmpty()) {
      add(scene, "apple", "table");
    }
    String name =
        "seed %s: %s with %s, %s put in, open beside: %s"
            .formatted(seed, place, inside, toPutIn, neighbour);
    SimulatedRobot robot =
        new SimulatedRobot(
            new SceneReader(KITCHEN).parse("A scene", scene.toString(), seed),
            FLOOR,
            SensorNoise.STANDARD,
            seed);
    attempt(robot, "open", place, name);
    for (String kind : toPutIn) {
      putIn(robot, kind, place);
    }
    attempt(robot, "close", place, name);
    attempt(robot, "open", place, name + " again");
    attempt(robot, "close", place, name + " again");
  }

  private static void add(StringBuilder scene, String kind, String place) {
    scene.append("  - {kind: \"%s\", at: %s}\n".formatted(kind, place));
  }

  private void attempt(SimulatedRobot robot, String action, String place, String name) {
    robot.execute(skill("go_to", "place", place), progress -> {});
    tries++;
    SkillResult result = robot.execute(skill(action, "place", place), progress -> {});
    if (!result.succeeded()) {
      failures.add("%s, %s: %s".formatted(name, action, result.message()));
      for (int i = 0; i < 2 && !result.succeeded(); i++) {
        result = robot.execute(skill(action, "place", place), progress -> {});
      }
    }
  }

  private static void putIn(SimulatedRobot robot, String kind, String place) {
    robot.execute(skill("find", "object", kind), progress -> {});
    robot.execute(skill("pick_up", "object", kind), progress -> {});
    robot.execute(skill("go_to", "place", place), progress -> {});
    robot.execute(
        new GroundedSkill("put", "put " + kind, "put", Map.of("object", kind, "place", place)),
        progress -> {});
    if (robot.worldState().held().isPresent()) {
      robot.execute(skill("go_to", "place", "table"), progress -> {});
      robot.execute(skill("put_down", "object", kind), progress -> {});
    }
  }

  private static List<String> draw(String place, int count, SplittableRandom random) {
    double clearance = KITCHEN.site(place).orElseThrow().surfaces().get(0).clearanceM() - 0.02;
    List<String> fitting =
        KITCHEN.catalog().kinds().stream()
            .filter(kind -> !kind.isSpill() && kind.massKg() <= RobotTraits.STANDARD.liftsKg())
            .filter(kind -> kind.shape().zM() < clearance)
            .filter(kind -> Math.min(kind.shape().xM(), kind.shape().yM()) < RobotModel.MAX_GRASP_M)
            .map(ObjectKind::noun)
            .toList();
    List<String> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      String kind = fitting.get(random.nextInt(fitting.size()));
      if (!drawn.contains(kind)) {
        drawn.add(kind);
      }
    }
    return drawn;
  }

  private static GroundedSkill skill(String action, String name, String value) {
    return new GroundedSkill(action, action + " " + value, action, Map.of(name, value));
  }
}
