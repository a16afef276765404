package io.souschef.sim;

import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneObject;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Fetches things one after the other and counts how often and why that fails. */
public final class FetchTrials {

  private FetchTrials() {}

  public static GroundedSkill skill(String action, String... nameAndValue) {
    Map<String, String> arguments = new TreeMap<>();
    for (int i = 0; i < nameAndValue.length; i += 2) {
      arguments.put(nameAndValue[i], nameAndValue[i + 1]);
    }
    return new GroundedSkill(action, action + arguments, action, arguments);
  }

  /** Find, pick up, bring, put down; a failed skill is not tried again. */
  static SkillResult fetch(SimulatedRobot robot, String kind, String out) {
    SkillResult last = null;
    for (GroundedSkill skill :
        List.of(
            skill("find", "object", kind),
            skill("pick_up", "object", kind),
            skill("bring"),
            skill("put_down", "object", kind))) {
      last = robot.execute(skill, progress -> {});
      if (!last.succeeded()) {
        System.out.printf(Locale.ROOT, "%s %s: %s%n", out, skill.text(), last);
        return last;
      }
    }
    if (last == null) {
      throw new IllegalStateException();
    }
    return last;
  }

  public static void main(String[] args) {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 2;
    Map<String, Integer> failures = new TreeMap<>();
    int tried = 0;
    int failed = 0;
    long start = System.nanoTime();
    double simulated = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      Scene scene = Scenes.of(seed);
      FloorPlan floor = FloorPlan.of(scene.kitchen());
      List<SceneObject> open =
          scene.objects().stream()
              .filter(object -> !object.kind().isSpill())
              .filter(object -> object.place().filter(Scenes::isClosable).isEmpty())
              .toList();
      for (SceneObject object : open) {
        if (args.length > 1 && !object.kind().noun().equals(args[1])) {
          continue;
        }
        SimulatedRobot robot =
            new SimulatedRobot(scene, floor, seed, (k, b, d, r) -> new PlainSight(k, b, d));
        String name = "seed " + seed + " " + object.id() + " at " + object.place().orElse("?");
        SkillResult result = fetch(robot, object.kind().noun(), name);
        simulated += robot.observe().timeS();
        tried++;
        if (result instanceof SkillResult.Failed f) {
          failed++;
          failures.merge(f.reason() + "", 1, Integer::sum);
        } else if (!robot.worldState().objects().stream()
            .filter(o -> o.kind().equals(object.kind()))
            .anyMatch(o -> o.place().equals(java.util.Optional.of("user")))) {
          System.out.println(name + ": not at the user");
          failed++;
        }
      }
    }
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.out.printf(
        Locale.ROOT,
        "%d of %d fetched (%.1f%%), %s; %.0f simulated seconds in %.1f s, %.0f x%n",
        tried - failed,
        tried,
        100.0 * (tried - failed) / tried,
        failures,
        simulated,
        seconds,
        simulated / seconds);
  }
}
