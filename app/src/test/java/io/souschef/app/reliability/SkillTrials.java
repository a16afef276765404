package io.souschef.app.reliability;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneRandomizer;
import io.souschef.sim.kitchen.SceneRandomizer.Clutter;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Runs skills at random in full scenes, the hand often full from the start, and watches whether
 * anything goes through anything. What was tried least in a scene is tried most there, so that a
 * scene is the same whichever were run before it.
 */
final class SkillTrials {

  static final SkillLibrary LIBRARY = SkillLibrary.standard();
  static final SkillRules RULES = new SkillRules(LIBRARY);
  private static final Kitchen KITCHEN = KitchenFile.standard();
  private static final FloorPlan FLOOR = FloorPlan.of(KITCHEN);

  /** Full kitchens, and half of the robots hold something. */
  private static final Clutter FULL = new Clutter(24, 34, 0.3, 0.5);

  /** What a successful skill took: robot time in seconds, and metres between where it stood. */
  record Took(double seconds, double metres) {}

  private final SceneRandomizer scenes = new SceneRandomizer(KITCHEN, FULL);
  private final Map<String, Integer> tried = new TreeMap<>();
  private final Map<String, List<Took>> took = new TreeMap<>();
  private final Map<String, Integer> broken = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  SkillTrials() {
    LIBRARY.actions().stream()
        .filter(action -> !action.equals(GroundedSkill.DONE))
        .forEach(action -> tried.put(action, 0));
  }

  /** How often each action was tried. */
  Map<String, Integer> tried() {
    return tried;
  }

  /** How often an action worked. */
  int worked(String action) {
    return took.getOrDefault(action, List.of()).size();
  }

  /** During how many skills of an action something went through something. */
  int broken(String action) {
    return broken.getOrDefault(action, 0);
  }

  /** One line for each skill during which something went through something. */
  List<String> faults() {
    return faults;
  }

  void run(long seed, int skills) {
    SplittableRandom random = new SplittableRandom(seed);
    Scene scene = scenes.scene(seed);
    SimulatedRobot robot = new SimulatedRobot(scene, FLOOR, SensorNoise.STANDARD, seed);
    Watch watch = new Watch(robot, scene);
    robot.onStep(watch);
    Map<String, Integer> here = new TreeMap<>();
    Aim aim = null;
    for (int i = 0; i < skills; i++) {
      Observation before = robot.observe();
      aim =
          aim == null || aim.isOver() ? Aim.draw(rarest(here, random), robot, before, random) : aim;
      GroundedSkill skill = draw(robot, before, aim, random);
      SkillResult result = robot.execute(skill, progress -> {});
      tried.merge(skill.action(), 1, Integer::sum);
      here.merge(skill.action(), 1, Integer::sum);
      aim.happened(skill);
      Observation after = robot.observe();
      if (result.succeeded()) {
        took.computeIfAbsent(skill.action(), action -> new ArrayList<>())
            .add(new Took(result.durationS(), before.base().floorDistanceTo(after.base())));
      }
      if (!watch.faults().isEmpty()) {
        broken.merge(skill.action(), 1, Integer::sum);
        faults.add(
            "seed %s, skill %s, %s (%s): %s"
                .formatted(seed, i, skill.text(), result.message(), watch.faults()));
        return;
      }
    }
  }

  /** An action of those that were tried least, drawn among them. */
  private String rarest(Map<String, Integer> here, SplittableRandom random) {
    int least =
        tried.keySet().stream().mapToInt(action -> here.getOrDefault(action, 0)).min().orElse(0);
    List<String> rarest =
        tried.keySet().stream().filter(action -> here.getOrDefault(action, 0) == least).toList();
    return rarest.get(random.nextInt(rarest.size()));
  }

  /** One in six is any skill; of the others most are on the way to what is aimed at. */
  private static GroundedSkill draw(
      SimulatedRobot robot, Observation now, Aim aim, SplittableRandom random) {
    WorldSketch world = WorldSketch.of(now, robot.vocabulary());
    boolean any = random.nextInt(6) == 0;
    Optional<GroundedSkill> next = any ? Optional.empty() : aim.next(robot.vocabulary(), now);
    if (next.isPresent()) {
      return next.get();
    }
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
