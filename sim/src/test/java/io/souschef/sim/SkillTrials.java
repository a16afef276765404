package io.souschef.sim;

import io.souschef.sim.behavior.FloorPlan;
import io.souschef.sim.goal.WorldObject;
import io.souschef.sim.goal.WorldState;
import io.souschef.sim.kitchen.Frames;
import io.souschef.sim.kitchen.Part;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneRandomizer;
import io.souschef.sim.kitchen.SceneRandomizer.Clutter;
import io.souschef.sim.kitchen.Shape;
import io.souschef.sim.kitchen.Vec3;
import io.souschef.sim.perception.SensorNoise;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.SkillRules;
import io.souschef.skills.effect.WorldSketch;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs skills at random in full scenes, with whatever came into the hand, and looks after each
 * whether anything went through anything.
 */
final class SkillTrials {

  private static final SkillLibrary LIBRARY = SkillLibrary.standard();
  private static final SkillRules RULES = new SkillRules(LIBRARY);
  private static final FloorPlan FLOOR = FloorPlan.of(Scenes.KITCHEN);

  /** How deep in a solid a thing's centre must be to be inside of it, metres. */
  private static final double DEEP_M = 0.004;

  /** What a successful skill took: robot time in seconds, and metres between where it stood. */
  record Took(double seconds, double metres) {}

  private final SceneRandomizer scenes = new SceneRandomizer(Scenes.KITCHEN, Clutter.ANY);
  private final Map<String, Integer> tried = new TreeMap<>();
  private final Map<String, List<Took>> took = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /** How often each action was tried. */
  Map<String, Integer> tried() {
    return tried;
  }

  /** One line for each thing that went through another. */
  List<String> faults() {
    return faults;
  }

  void run(long seed, int skills) {
    SplittableRandom random = new SplittableRandom(seed);
    Scene scene = scenes.scene(seed);
    SimulatedRobot robot = new SimulatedRobot(scene, FLOOR, SensorNoise.STANDARD, seed);
    for (int i = 0; i < skills; i++) {
      Observation before = robot.observe();
      GroundedSkill skill = draw(robot, before, random);
      SkillResult result = robot.execute(skill, progress -> {});
      tried.merge(skill.action(), 1, Integer::sum);
      Observation after = robot.observe();
      if (result.succeeded()) {
        took.computeIfAbsent(skill.action(), action -> new ArrayList<>())
            .add(new Took(result.durationS(), before.base().floorDistanceTo(after.base())));
      }
      List<String> wrong = inside(robot.worldState());
      if (!wrong.isEmpty()) {
        faults.add("seed %d, after %s (%s): %s".formatted(seed, skill, result.message(), wrong));
        return;
      }
    }
  }

  /** Mostly one that should work by what the library declares, every action as often. */
  private static GroundedSkill draw(
      SimulatedRobot robot, Observation now, SplittableRandom random) {
    WorldSketch world = WorldSketch.of(now, robot.vocabulary());
    boolean any = random.nextInt(6) == 0;
    Map<String, List<GroundedSkill>> byAction =
        LIBRARY.ground(robot.vocabulary(), now).stream()
            .filter(skill -> !skill.isDone())
            .filter(skill -> any || RULES.check(skill, world).isPossible())
            .collect(
                Collectors.groupingBy(GroundedSkill::action, TreeMap::new, Collectors.toList()));
    List<String> actions = List.copyOf(byAction.keySet());
    List<GroundedSkill> choices =
        byAction.getOrDefault(actions.get(random.nextInt(actions.size())), List.of());
    return choices.get(random.nextInt(choices.size()));
  }

  private static List<String> inside(WorldState state) {
    List<String> wrong = new ArrayList<>();
    List<Part> solids =
        Stream.concat(
                Scenes.KITCHEN.staticParts().stream(),
                Scenes.KITCHEN.movableParts().stream()
                    .filter(part -> Boolean.FALSE.equals(state.open().get(part.place())))
                    .flatMap(part -> part.parts().stream()))
            .toList();
    for (WorldObject object : state.objects()) {
      Vec3 centre = Frames.position(object.pose());
      if (centre.z() < 0 || !isInRoom(centre)) {
        wrong.add("%s is at %s".formatted(object.id(), centre));
      }
      if (!object.kind().isSpill()) {
        solids.stream()
            .filter(part -> contains(part, centre))
            .forEach(part -> wrong.add("%s is inside %s".formatted(object.id(), part.id())));
      }
    }
    return wrong;
  }

  private static boolean isInRoom(Vec3 point) {
    return point.x() > 0
        && point.x() < Scenes.KITCHEN.lengthM()
        && point.y() > 0
        && point.y() < Scenes.KITCHEN.widthM();
  }

  private static boolean contains(Part part, Vec3 point) {
    Vec3 local = Frames.toLocal(part.pose(), point);
    Shape shape = part.shape();
    boolean level = Math.abs(local.z()) < shape.zM() / 2 - DEEP_M;
    if (shape instanceof Shape.Box) {
      return level
          && Math.abs(local.x()) < shape.xM() / 2 - DEEP_M
          && Math.abs(local.y()) < shape.yM() / 2 - DEEP_M;
    }
    double across = Math.hypot(local.x(), local.y());
    return shape instanceof Shape.Cylinder
        ? level && across < shape.xM() / 2 - DEEP_M
        : Math.hypot(across, local.z()) < shape.xM() / 2 - DEEP_M;
  }

  /** Arguments: first and last seed, skills in each. */
  public static void main(String[] args) {
    SkillTrials trials = new SkillTrials();
    int from = args.length > 0 ? Integer.parseInt(args[0]) : 1;
    int to = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    int skills = args.length > 2 ? Integer.parseInt(args[2]) : 40;
    for (int seed = from; seed <= to; seed++) {
      int before = trials.faults.size();
      trials.run(seed, skills);
      trials.faults.stream().skip(before).forEach(System.out::println);
    }
    trials.took.forEach(
        (action, list) -> {
          double[] line = line(list);
          System.out.printf(
              Locale.ROOT,
              "%-14s tried %4d, worked %4d: %5.1f s + %4.1f s/m, mean %5.1f s%n",
              action,
              trials.tried.get(action),
              list.size(),
              line[0],
              line[1],
              list.stream().mapToDouble(Took::seconds).average().orElse(0));
        });
  }

  /** Seconds by metres, least squares: at no way, and for each metre. */
  private static double[] line(List<Took> list) {
    double n = list.size();
    double x = list.stream().mapToDouble(Took::metres).sum() / n;
    double y = list.stream().mapToDouble(Took::seconds).sum() / n;
    double xx = list.stream().mapToDouble(t -> (t.metres() - x) * (t.metres() - x)).sum();
    double xy = list.stream().mapToDouble(t -> (t.metres() - x) * (t.seconds() - y)).sum();
    double slope = xx > 0 ? xy / xx : 0;
    return new double[] {y - slope * x, slope};
  }
}
