package io.souschef.sim.kitchen;

import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Draws scenes by seed: which things, where, how many, which doors stand open, where the robot is
 * and what it holds. Same kitchen, clutter and seed: same scene. Immutable.
 */
public final class SceneRandomizer {

  /**
   * How full a scene is.
   *
   * @param fewest least number of things
   * @param most greatest number of things
   * @param openShare probability that a door or drawer starts open, in [0, 1]
   * @param holdingShare probability that the robot starts with something in its hand, in [0, 1]
   */
  public record Clutter(int fewest, int most, double openShare, double holdingShare) {

    /** From nearly empty to full. */
    public static final Clutter ANY = new Clutter(3, 34, 0.2, 0.15);

    public Clutter {
      if (fewest < 0 || most < fewest || most > 100) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "Clutter needs 0 <= fewest <= most <= 100, got %d and %d",
                fewest,
                most));
      }
    }
  }

  private final Kitchen kitchen;
  private final Clutter clutter;

  public SceneRandomizer(Kitchen kitchen, Clutter clutter) {
    this.kitchen = kitchen;
    this.clutter = clutter;
  }

  /** The scene of a seed. */
  public Scene scene(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    Map<String, Boolean> open = new TreeMap<>();
    for (MovablePart part : kitchen.movableParts()) {
      open.put(part.place(), random.nextDouble() < clutter.openShare());
    }
    String robotAt = kitchen.sites().get(random.nextInt(kitchen.sites().size())).name();
    Scene empty = new Scene(kitchen, List.of(), open, robotAt, Optional.empty(), List.of());
    ScenePlacer placer = new ScenePlacer(kitchen, empty.jointPositions(), random);
    List<SceneObject> objects = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    int wanted = random.nextInt(clutter.fewest(), clutter.most() + 1);
    for (int i = 0; i < wanted; i++) {
      ObjectKind kind = kind(random, objects);
      Site site = site(random, kind);
      boolean fallen = kind.standable() && random.nextDouble() < 0.08;
      placer
          .place(fallen ? kind.lying() : kind, site)
          .map(pose -> fallen ? ObjectKind.laid(pose) : pose)
          .ifPresent(pose -> objects.add(object(counts, kind, Optional.of(site.name()), pose)));
    }
    Optional<String> held = Optional.empty();
    if (random.nextDouble() < clutter.holdingShare()) {
      ObjectKind kind = graspable(random);
      SceneObject object = object(counts, kind, Optional.empty(), empty.robotPose());
      objects.add(object);
      held = Optional.of(object.id());
    }
    return new Scene(kitchen, objects, open, robotAt, held, List.of());
  }

  private static SceneObject object(
      Map<String, Integer> counts, ObjectKind kind, Optional<String> place, Pose pose) {
    int number = counts.merge(kind.noun(), 1, Integer::sum);
    return new SceneObject(kind.noun() + "-" + number, kind, place, pose);
  }

  /** Three in ten are of a kind that is already there, so that several of one kind are common. */
  private ObjectKind kind(RandomGenerator random, List<SceneObject> objects) {
    if (!objects.isEmpty() && random.nextDouble() < 0.3) {
      return objects.get(random.nextInt(objects.size())).kind();
    }
    List<ObjectKind> kinds = kitchen.catalog().kinds();
    return kinds.get(random.nextInt(kinds.size()));
  }

  private ObjectKind graspable(RandomGenerator random) {
    List<ObjectKind> kinds =
        kitchen.catalog().kinds().stream()
            .filter(kind -> !kind.isSpill() && kind.massKg() < 1.5)
            .filter(kind -> Math.min(kind.shape().xM(), kind.shape().yM()) < 0.09)
            .toList();
    return kinds.get(random.nextInt(kinds.size()));
  }

  private Site site(RandomGenerator random, ObjectKind kind) {
    List<Site> sites =
        kind.isSpill()
            ? kitchen.sites().stream()
                .filter(site -> site.place().kind() == Place.Kind.SURFACE)
                .toList()
            : kitchen.sites();
    double total = sites.stream().mapToDouble(SceneRandomizer::weight).sum();
    double draw = random.nextDouble() * total;
    for (Site site : sites) {
      draw -= weight(site);
      if (draw < 0) {
        return site;
      }
    }
    return sites.get(sites.size() - 1);
  }

  private static double weight(Site site) {
    return switch (site.place().kind()) {
      case SURFACE -> 6;
      case CLOSABLE -> 2;
      case BASIN -> 1;
      case PERSON, BIN -> 0.5;
    };
  }
}
