package io.souschef.training.affordance.rollout;

import io.souschef.sim.kitchen.Disturbance;
import io.souschef.sim.kitchen.Disturbance.Effect;
import io.souschef.sim.kitchen.Disturbance.Trigger;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneObject;
import io.souschef.sim.kitchen.ScenePlacer;
import io.souschef.sim.kitchen.SceneRandomizer;
import io.souschef.sim.kitchen.Site;
import io.souschef.skills.world.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random scenes to learn from. A third are as people begin: the robot waits beside the user, its
 * hand empty, in a kitchen with its doors shut. In the others doors stand open and hands are full
 * more often, some begin with a cloth in the hand and a spill to wipe, and in some of all the world
 * changes behind the robot's back: states that plain scenes reach too rarely.
 */
final class RolloutScenes {

  private static final SceneRandomizer.Clutter CLUTTER =
      new SceneRandomizer.Clutter(3, 34, 0.4, 0.2);

  /** Nothing in the hand, doors shut, and enough things that it is worth asking for one. */
  private static final SceneRandomizer.Clutter TIDY = new SceneRandomizer.Clutter(10, 34, 0, 0);

  private static final double TIDY_SHARE = 0.35;
  private static final double WIPING_SHARE = 0.35;
  private static final double BEFORE_OPEN_SHARE = 0.3;
  private static final double DISTURBED_SHARE = 0.35;
  private static final int MOST_DISTURBANCES = 3;
  private static final double LATEST_DISTURBANCE_S = 300;

  /** So that these draws differ from those of the scene itself. */
  private static final long SALT = 0x5851F42D4C957F2DL;

  private final Kitchen kitchen;
  private final SceneRandomizer lively;
  private final SceneRandomizer tidy;

  RolloutScenes(Kitchen kitchen) {
    this.kitchen = kitchen;
    this.lively = new SceneRandomizer(kitchen, CLUTTER);
    this.tidy = new SceneRandomizer(kitchen, TIDY);
  }

  /** The scene of a seed. */
  Scene scene(long seed) {
    RandomGenerator random = new SplittableRandom(seed ^ SALT);
    Scene scene =
        random.nextDouble() < TIDY_SHARE
            ? besideUser(tidy.scene(seed))
            : lively(lively.scene(seed), random);
    return random.nextDouble() < DISTURBED_SHARE ? disturbed(scene, random) : scene;
  }

  private Scene besideUser(Scene scene) {
    return kitchen.sites().stream()
        .filter(site -> site.place().kind() == Place.Kind.PERSON)
        .findFirst()
        .map(user -> startingAt(user.name(), scene))
        .orElse(scene);
  }

  private Scene lively(Scene scene, RandomGenerator random) {
    if (scene.held().isEmpty() && random.nextDouble() < WIPING_SHARE) {
      return wiping(scene, random);
    }
    return random.nextDouble() < BEFORE_OPEN_SHARE ? beforeSomethingOpen(scene, random) : scene;
  }

  private static Scene startingAt(String place, Scene scene) {
    return new Scene(
        scene.kitchen(), scene.objects(), scene.open(), place, scene.held(), scene.disturbances());
  }

  /** Wiping would hardly ever be learned if the sponge had to be found first. */
  private Scene wiping(Scene scene, RandomGenerator random) {
    List<Site> surfaces =
        kitchen.sites().stream().filter(site -> site.place().kind() == Place.Kind.SURFACE).toList();
    Site site = any(surfaces, random);
    ObjectKind cloth = any(kitchen.catalog().matching("absorbent").toList(), random);
    ObjectKind spill = any(kitchen.catalog().matching(ObjectKind.SPILL).toList(), random);
    List<SceneObject> objects = new ArrayList<>(scene.objects());
    String held = id(objects, cloth);
    objects.add(new SceneObject(held, cloth, Optional.empty(), scene.robotPose()));
    ScenePlacer placer = new ScenePlacer(kitchen, scene.jointPositions(), random);
    scene.objects().stream()
        .filter(object -> object.place().isPresent())
        .forEach(object -> placer.occupy(object.kind(), object.pose()));
    placer
        .place(spill, site)
        .ifPresent(
            pose ->
                objects.add(
                    new SceneObject(id(objects, spill), spill, Optional.of(site.name()), pose)));
    return new Scene(
        kitchen,
        objects,
        scene.open(),
        random.nextBoolean() ? site.name() : scene.robotAt(),
        Optional.of(held),
        List.of());
  }

  /** Taking out would be rare, too, if a door had to be found, opened and looked into first. */
  private Scene beforeSomethingOpen(Scene scene, RandomGenerator random) {
    List<String> stocked =
        scene.objects().stream()
            .flatMap(object -> object.place().stream())
            .filter(place -> scene.open().getOrDefault(place, false))
            .distinct()
            .toList();
    return stocked.isEmpty() ? scene : startingAt(any(stocked, random), scene);
  }

  private static String id(List<SceneObject> objects, ObjectKind kind) {
    long there = objects.stream().filter(object -> object.kind().equals(kind)).count();
    return kind.noun() + "-" + (there + 1);
  }

  private Scene disturbed(Scene scene, RandomGenerator random) {
    List<Disturbance> disturbances = new ArrayList<>();
    int count = random.nextInt(1, MOST_DISTURBANCES + 1);
    for (int i = 0; i < count; i++) {
      Trigger when = new Trigger.AtTime(random.nextDouble() * LATEST_DISTURBANCE_S);
      disturbances.add(new Disturbance(when, effect(scene, random)));
    }
    return new Scene(
        kitchen, scene.objects(), scene.open(), scene.robotAt(), scene.held(), disturbances);
  }

  private Effect effect(Scene scene, RandomGenerator random) {
    List<SceneObject> solid =
        scene.objects().stream().filter(object -> !object.kind().isSpill()).toList();
    if (solid.isEmpty() || random.nextInt(4) == 0) {
      return new Effect.Shut(any(kitchen.movableParts(), random).place());
    }
    String object = any(solid, random).id();
    return switch (random.nextInt(3)) {
      case 0 -> new Effect.KnockOver(object);
      case 1 -> new Effect.Remove(object);
      default -> new Effect.Move(object, any(kitchen.sites(), random).name());
    };
  }

  private static <T> T any(List<T> choices, RandomGenerator random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
