package io.souschef.sim.survey;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.RobotTraits;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.sim.physics.part.PhysicsFault;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Place;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tries at every place of a kitchen what a robot does there, with the simulated robot and all its
 * physics, in an otherwise empty kitchen. Same kitchen, same survey. One thread.
 */
public final class Survey {

  private static final long SEED = 1;

  /** A slip of the fingers is no fault of a place. */
  private static final int TRIES = 2;

  private final Kitchen kitchen;
  private final ReachMap reach;
  private final String start;
  private final Optional<ObjectKind> probe;

  public Survey(Kitchen kitchen) {
    this.kitchen = kitchen;
    this.reach = new ReachMap(kitchen);
    this.start =
        kitchen.sites().stream()
            .filter(site -> site.place().kind() == Place.Kind.PERSON)
            .map(Site::name)
            .findFirst()
            .orElseGet(() -> kitchen.sites().get(0).name());
    this.probe =
        kitchen.catalog().kinds().stream()
            .filter(kind -> !kind.isSpill() && fault(kind).isEmpty())
            .min(Comparator.comparingDouble(kind -> Math.abs(kind.shape().zM() - 0.1)));
  }

  /** Where over the surfaces the hand can be brought. */
  public ReachMap reach() {
    return reach;
  }

  /** The kind of thing with which putting and taking is tried; empty when there is none. */
  public Optional<String> probe() {
    return probe.map(ObjectKind::noun);
  }

  /** Why the robot cannot pick up a kind wherever it stands; empty when it can. */
  public static Optional<String> fault(ObjectKind kind) {
    double narrowest = Math.min(kind.shape().xM(), Math.min(kind.shape().yM(), kind.shape().zM()));
    if (!kind.isSpill() && narrowest > RobotModel.MAX_GRASP_M) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "too wide: %.2f m, and the hand opens %.2f m",
              narrowest,
              RobotModel.MAX_GRASP_M));
    }
    if (kind.massKg() > RobotTraits.STANDARD.liftsKg()) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "too heavy: %.1f kg, and the arm lifts %.1f kg",
              kind.massKg(),
              RobotTraits.STANDARD.liftsKg()));
    }
    return Optional.empty();
  }

  /** Tries a place. */
  public PlaceSurvey of(Site site) {
    Map<String, Optional<String>> tried = new LinkedHashMap<>();
    boolean closable = site.door().isPresent();
    try (SimulatedRobot robot = robot(site, false, Optional.empty())) {
      tried.put("go to", attempt(robot, "go_to", Map.of("place", site.name())));
      if (closable && works(tried, "go to")) {
        tried.put("open", attempt(robot, "open", Map.of("place", site.name())));
        tried.put("close", attempt(robot, "close", Map.of("place", site.name())));
      }
    }
    if (probe.isPresent() && works(tried, "go to")) {
      handle(site, probe.get(), tried);
    }
    List<ReachMap.Spot> spots = reach.spots(site);
    double reached = spots.stream().filter(ReachMap.Spot::reached).count();
    return new PlaceSurvey(
        site.name(),
        site.place().kind().name().toLowerCase(Locale.ROOT),
        spots.isEmpty() ? 0 : reached / spots.size(),
        Collections.unmodifiableMap(tried));
  }

  private void handle(Site site, ObjectKind thing, Map<String, Optional<String>> tried) {
    Map<String, String> both = new TreeMap<>(Map.of("object", thing.noun(), "place", site.name()));
    try (SimulatedRobot robot = robot(site, site.door().isPresent(), Optional.of(thing))) {
      // Taken as it will be in earnest: how it is held decides where it can be put.
      Optional<String> failure =
          attempt(robot, "find", Map.of("object", thing.noun()))
              .or(() -> attempt(robot, "pick_up", Map.of("object", thing.noun())))
              .or(() -> attempt(robot, "go_to", Map.of("place", site.name())))
              .or(() -> attempt(robot, "put", both));
      tried.put("put", failure);
      if (works(tried, "put") && site.place().kind() != Place.Kind.BIN) {
        tried.put("take", attempt(robot, "pick_up", Map.of("object", thing.noun())));
      }
    }
  }

  private static boolean works(Map<String, Optional<String>> tried, String action) {
    return tried.getOrDefault(action, Optional.of("")).isEmpty();
  }

  private SimulatedRobot robot(Site site, boolean open, Optional<ObjectKind> thing) {
    String doors = open ? "doors: {\"%s\": open}\n".formatted(site.name()) : "";
    String objects =
        thing
            .map(kind -> "objects: [{kind: \"%s\", at: \"%s\"}]\n".formatted(kind.noun(), start))
            .orElse("");
    String scene = "robot: {at: \"%s\"}\n%s%s".formatted(start, doors, objects);
    return new SimulatedRobot(new SceneReader(kitchen).parse("the survey", scene, SEED), SEED);
  }

  private static Optional<String> attempt(
      SimulatedRobot robot, String action, Map<String, String> arguments) {
    GroundedSkill skill = new GroundedSkill(action, action, action, arguments);
    try {
      SkillResult result = robot.execute(skill, progress -> {});
      for (int i = 1; i < TRIES && !result.succeeded(); i++) {
        result = robot.execute(skill, progress -> {});
      }
      return result.succeeded() ? Optional.empty() : Optional.of(result.message());
    } catch (PhysicsFault e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
