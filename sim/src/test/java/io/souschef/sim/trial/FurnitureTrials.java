package io.souschef.sim.trial;

import static io.souschef.sim.FetchTrials.skill;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.behavior.run.FloorPlan;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.SensorNoise;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.file.KitchenTexts;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.execution.SkillResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Puts into, takes out of, opens and closes every kind of furniture, each at measures, a facing and
 * with things that the seed decides, and counts how often the first try works.
 */
public final class FurnitureTrials {

  /** Each kind of furniture as a kitchen file writes it; least and greatest measures. */
  public enum Sort {
    TABLE("table", "", 0.6, 0.9, 0.8, 1.6, 0.7, 0.78),
    DESK("desk", "", 0.6, 0.8, 1.0, 1.6, 0.7, 0.76),
    SIDE_TABLE("side_table", "", 0.4, 0.5, 0.4, 0.5, 0.45, 0.6),
    COUNTER("counter", "", 0.6, 0.65, 0.8, 1.6, 0.82, 0.92),
    STOVE("stove", "", 0.6, 0.62, 0.6, 0.75, 0.84, 0.92),
    SHELF("shelf", "", 0.3, 0.4, 0.7, 1.2, 1.1, 1.5),
    CUPBOARD_LEFT("cupboard", "hinge: left, ", 0.4, 0.6, 0.5, 0.8, 1.1, 1.5),
    CUPBOARD_RIGHT("cupboard", "hinge: right, ", 0.4, 0.6, 0.5, 0.8, 1.1, 1.5),
    WALL_CABINET("wall_cabinet", "front: 0.3, ", 0.35, 0.4, 0.5, 0.7, 0.5, 0.6),
    FRIDGE_LEFT("fridge", "hinge: left, ", 0.55, 0.62, 0.6, 0.75, 1.3, 1.5),
    FRIDGE_RIGHT("fridge", "hinge: right, ", 0.55, 0.62, 0.6, 0.75, 1.3, 1.5),
    MICROWAVE("microwave", "base: 0.85, front: 0.25, ", 0.4, 0.45, 0.48, 0.55, 0.32, 0.36),
    DISHWASHER("dishwasher", "", 0.58, 0.62, 0.58, 0.62, 0.8, 0.85),
    OVEN("stove", "oven: oven, ", 0.6, 0.62, 0.6, 0.7, 0.84, 0.92),
    DRAWERS("drawers", "drawers: [left box, right box], ", 0.55, 0.62, 0.5, 0.7, 0.8, 0.92),
    SOFA("sofa", "", 0.8, 0.95, 1.4, 2.0, 0.75, 0.9),
    BED("bed", "", 1.9, 2.0, 0.9, 1.6, 0.45, 0.6),
    BIN("bin", "", 0.35, 0.4, 0.35, 0.4, 0.5, 0.6),
    BASKET("basket", "", 0.35, 0.45, 0.35, 0.45, 0.25, 0.35),
    BOX("box", "base: 0.4, ", 0.35, 0.45, 0.35, 0.45, 0.15, 0.25),
    SINK("sink", "", 0.6, 0.62, 0.7, 0.9, 0.84, 0.9),
    LOW_TABLE("table", "", 0.5, 0.9, 0.5, 1.4, 0.3, 0.45),
    DEEP_SHELF("shelf", "", 0.45, 0.6, 0.4, 1.2, 0.9, 1.8),
    NARROW_DRAWERS(
        "drawers", "drawers: [left box, right box, third box], ", 0.4, 0.6, 0.3, 0.4, 0.8, 1.0),
    SHALLOW_DRAWERS("drawers", "drawers: [left box, right box], ", 0.45, 0.62, 0.4, 0.9, 0.56, 0.7),
    CABINET_AT_90(
        "wall_cabinet", "base: 0.9, front: 0.3, hinge: right, ", 0.25, 0.4, 0.3, 0.9, 0.3, 0.8),
    CABINET_AT_110(
        "wall_cabinet", "base: 1.1, front: 0.3, hinge: left, ", 0.25, 0.4, 0.3, 0.9, 0.3, 0.8),
    CABINET_AT_110_RIGHT(
        "wall_cabinet", "base: 1.1, hinge: right, ", 0.25, 0.4, 0.3, 0.9, 0.3, 0.8),
    CABINET_AT_130(
        "wall_cabinet", "base: 1.3, front: 0.3, hinge: right, ", 0.25, 0.4, 0.3, 0.9, 0.3, 0.7),
    CABINET_FLAP(
        "wall_cabinet", "base: 0.9, front: 0.3, hinge: below, ", 0.3, 0.4, 0.4, 0.7, 0.35, 0.45),
    WIDE_CUPBOARD("cupboard", "hinge: right, ", 0.3, 0.7, 0.8, 1.2, 0.6, 1.8),
    SMALL_FRIDGE("fridge", "hinge: left, floor: 0.1, levels: 1, ", 0.4, 0.6, 0.4, 0.6, 0.5, 0.85);

    private static final Set<String> WITH_DOORS =
        Set.of("cupboard", "wall_cabinet", "fridge", "microwave", "dishwasher", "drawers");

    private final String type;
    private final String more;
    private final double shallow;
    private final double deep;
    private final double narrow;
    private final double wide;
    private final double low;
    private final double high;

    Sort(
        String type,
        String more,
        double shallow,
        double deep,
        double narrow,
        double wide,
        double low,
        double high) {
      this.type = type;
      this.more = more;
      this.shallow = shallow;
      this.deep = deep;
      this.narrow = narrow;
      this.wide = wide;
      this.low = low;
      this.high = high;
    }

    private String place() {
      return this == OVEN ? "oven" : type.equals("drawers") ? "left box" : "piece";
    }

    /** Whether there is something to open. */
    boolean hasDoor() {
      return WITH_DOORS.contains(type) || this == OVEN;
    }
  }

  private static final String ROOM =
      """
      name: trial
      room: {length: 5.0, width: 5.0}
      furniture:
        - {name: user, type: person, at: [0.5, 0.8], size: [0.4, 0.4, 1.7], color: "#d98f7a"}
        - {name: stand, type: table, at: [1.2, 3.6], size: [0.7, 1.2, 0.74], color: "#d3b48c"}
        - {name: piece, type: %s, at: [%s, %s], facing: %s, size: [%s, %s, %s], %scolor: "#c7bba8"}
      """;

  private static final List<String> KINDS =
      List.of("apple", "coke", "mug", "sponge", "candy", "energy bar", "orange");

  private final Map<Sort, Integer> tried = new TreeMap<>();
  private final Map<Sort, Integer> worked = new TreeMap<>();
  private final Map<Sort, Integer> doorsTried = new TreeMap<>();
  private final Map<Sort, Integer> doorsWorked = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  /** One line for each first try that failed. */
  public List<String> failures() {
    return failures;
  }

  /** Part of first tries that worked, in [0, 1]. */
  public double rate(Sort sort) {
    return (double) worked.getOrDefault(sort, 0) / Math.max(1, tried.getOrDefault(sort, 0));
  }

  /** Part of first tries at a door or drawer that worked, in [0, 1]; 1 where there is none. */
  /** Doors and drawers that were to be opened or closed. */
  public int doorsTried(Sort sort) {
    return doorsTried.getOrDefault(sort, 0);
  }

  public double doorRate(Sort sort) {
    return doorsTried.containsKey(sort)
        ? (double) doorsWorked.getOrDefault(sort, 0) / doorsTried.get(sort)
        : 1;
  }

  public void run(Sort sort, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Kitchen kitchen = KitchenTexts.parse(room(sort, random));
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    Site site = kitchen.site(sort.place()).orElseThrow();
    String scene = "robot: {at: user}\nobjects:\n  - {kind: %s, at: stand}\n".formatted(kind);
    String name = String.format(Locale.ROOT, "%s, seed %d, %s", sort, seed, kind);
    try (SimulatedRobot robot =
        new SimulatedRobot(
            new SceneReader(kitchen).parse(name, scene, seed),
            FloorPlan.of(kitchen),
            SensorNoise.STANDARD,
            seed)) {
      boolean closable = site.door().isPresent();
      String place = site.name();
      robot.execute(skill("go_to", "place", place), progress -> {});
      if (closable) {
        door(robot, sort, name, "open", place);
      }
      fetch(robot, kind);
      robot.execute(skill("go_to", "place", place), progress -> {});
      boolean put = attempt(robot, sort, name, "put", "object", kind, "place", place);
      boolean stays = !sort.type.equals("bin");
      if (put && stays) {
        attempt(robot, sort, name, "pick_up", "object", kind);
      }
      // Whoever closes needs an empty hand.
      if (robot.worldState().held().isPresent()) {
        robot.execute(skill("go_to", "place", "stand"), progress -> {});
        robot.execute(skill("put_down", "object", kind), progress -> {});
        robot.execute(skill("go_to", "place", place), progress -> {});
      }
      if (closable) {
        door(robot, sort, name, "close", place);
      }
    }
  }

  private void door(SimulatedRobot robot, Sort sort, String name, String action, String place) {
    doorsTried.merge(sort, 1, Integer::sum);
    if (attempt(robot, sort, name, action, "place", place)) {
      doorsWorked.merge(sort, 1, Integer::sum);
    }
  }

  private static void fetch(SimulatedRobot robot, String kind) {
    robot.execute(skill("find", "object", kind), progress -> {});
    for (int i = 0; i < 3 && robot.worldState().held().isEmpty(); i++) {
      robot.execute(skill("pick_up", "object", kind), progress -> {});
    }
  }

  private boolean attempt(
      SimulatedRobot robot, Sort sort, String name, String action, String... arguments) {
    SkillResult result = robot.execute(skill(action, arguments), progress -> {});
    tried.merge(sort, 1, Integer::sum);
    if (result.succeeded()) {
      worked.merge(sort, 1, Integer::sum);
    } else {
      failures.add("%s: %s: %s".formatted(name, action, result.message()));
    }
    return result.succeeded();
  }

  private static String room(Sort sort, SplittableRandom random) {
    double depth = between(sort.shallow, sort.deep, random);
    double width = between(sort.narrow, sort.wide, random);
    double height = between(sort.low, sort.high, random);
    // Against the eastern or the northern wall, but for what is come up to from all sides.
    boolean east = random.nextBoolean();
    double along = between(1.5 + width / 2, 3.4 - width / 4, random);
    double gap = sort == Sort.TABLE || sort == Sort.BED ? 0.1 : 0.02;
    double wall = 5 - gap - depth / 2;
    return ROOM.formatted(
        sort.type,
        east ? wall : along + 0.6,
        east ? along : wall,
        east ? "west" : "south",
        depth,
        width,
        height,
        sort.more);
  }

  private static double between(double least, double most, SplittableRandom random) {
    return Math.round(100 * (least + random.nextDouble() * (most - least))) / 100.0;
  }

  /** Arguments: first and last seed, and perhaps the sorts. */
  public static void main(String[] args) {
    int from = args.length > 0 ? Integer.parseInt(args[0]) : 1;
    int to = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    List<Sort> sorts = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      sorts.add(Sort.valueOf(args[i]));
    }
    FurnitureTrials trials = new FurnitureTrials();
    for (Sort sort : sorts.isEmpty() ? List.of(Sort.values()) : sorts) {
      for (int seed = from; seed <= to; seed++) {
        trials.run(sort, seed);
      }
      System.out.printf(
          Locale.ROOT,
          "%-20s %3d of %3d first tries worked, %3d of %3d of doors and drawers%n",
          sort,
          trials.worked.getOrDefault(sort, 0),
          trials.tried.getOrDefault(sort, 0),
          trials.doorsWorked.getOrDefault(sort, 0),
          trials.doorsTried.getOrDefault(sort, 0));
    }
    trials.failures.forEach(System.out::println);
  }
}
