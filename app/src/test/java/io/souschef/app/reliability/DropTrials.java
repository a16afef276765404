package io.souschef.app.reliability;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.Surface;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.part.PhysicsFault;
import io.souschef.sim.physics.part.Thing;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drops things of every kind from up to 3 m on what there is to fall on, turned in any way, and
 * watches whether one goes into or through a board.
 */
final class DropTrials {

  private static final int FALL_STEPS = 180;

  /** In a solid for so long a thing is stuck, steps of the world. */
  private static final int MOST_STEPS = 12;

  private static final double HIGHEST_M = 3;
  private static final double SPARE_M = 0.25;

  private static final Part FLOOR =
      new Part("floor", new Shape.Box(20, 20, 1), Pose.upright(0, 0, -0.5, 0), new Rgb(1, 1, 1));

  private final Kitchen kitchen = KitchenFile.standard();
  private final List<ObjectKind> kinds =
      kitchen.catalog().kinds().stream().filter(kind -> !kind.isSpill()).toList();
  private final List<Surface> surfaces =
      kitchen.sites().stream()
          .filter(site -> site.door().isEmpty())
          .map(Site::surfaces)
          .flatMap(List::stream)
          .toList();
  private final List<PlacedShape> solids =
      Stream.of(
              Stream.of(FLOOR),
              kitchen.staticParts().stream(),
              kitchen.movableParts().stream().flatMap(part -> part.partsAt(0).stream()))
          .flatMap(parts -> parts)
          .map(Solids::placed)
          .toList();
  private final List<String> faults = new ArrayList<>();
  private int dropped;

  int dropped() {
    return dropped;
  }

  /** One line for each thing that went into or through something. */
  List<String> faults() {
    return faults;
  }

  /** One of every kind, each at a point of its own over a surface. */
  void run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    KitchenWorld world =
        new KitchenWorld(
            new Scene(kitchen, List.of(), Map.of(), "user", Optional.empty(), List.of()));
    for (ObjectKind kind : kinds) {
      Pose pose = above(random);
      while (world.bullet().contacts().obstacle(kind.shape(), pose, body -> false).isPresent()) {
        pose = above(random);
      }
      world.addObject(kind.noun(), kind, pose);
      dropped++;
    }
    Map<String, Sunk> sunk = new HashMap<>();
    try {
      for (int i = 0; i < FALL_STEPS; i++) {
        world.bullet().step();
        for (Thing thing : world.things()) {
          Vec3 centre = Frames.position(world.bullet().pose(thing.body()));
          Sunk now = Sunk.after(sunk.get(thing.id()), centre, solids);
          now.fault().ifPresent(fault -> faults.add(told(seed, thing, fault)));
          sunk.put(thing.id(), now.fault().isPresent() ? Sunk.FREE : now);
        }
      }
    } catch (PhysicsFault e) {
      faults.add("seed %s: %s".formatted(seed, e.getMessage()));
    }
  }

  private static String told(long seed, Thing thing, String fault) {
    return "seed %s: %s %s".formatted(seed, thing.id(), fault);
  }

  /**
   * A thing's middle in a solid. A hard blow presses soft contacts that deep for a moment; what
   * stays in, or comes out at the other side, has gone through.
   */
  private record Sunk(Optional<PlacedShape> solid, int steps) {
    static final Sunk FREE = new Sunk(Optional.empty(), 0);

    static Sunk after(@Nullable Sunk before, Vec3 centre, List<PlacedShape> solids) {
      Optional<PlacedShape> in =
          solids.stream().filter(part -> Solids.contains(part, centre)).findFirst();
      if (in.isPresent()) {
        return new Sunk(in, before == null ? 1 : before.steps() + 1);
      }
      Optional<PlacedShape> left = before == null ? Optional.empty() : before.solid();
      return left.filter(part -> centre.z() < part.pose().z()).isPresent()
          ? new Sunk(left, MOST_STEPS)
          : FREE;
    }

    Optional<String> fault() {
      return steps >= MOST_STEPS ? solid.map(part -> "into " + part.id()) : Optional.empty();
    }
  }

  private Pose above(SplittableRandom random) {
    Surface surface = surfaces.get(random.nextInt(surfaces.size()));
    double across = (random.nextDouble() - 0.5) * surface.lengthM();
    double along = (random.nextDouble() - 0.5) * surface.widthM();
    Vec3 at = Frames.toParent(surface.centre(), new Vec3(across, along, 0));
    double z = at.z() + SPARE_M + random.nextDouble() * (HIGHEST_M - at.z() - SPARE_M);
    double x = random.nextDouble() - 0.5;
    double y = random.nextDouble() - 0.5;
    double v = random.nextDouble() - 0.5;
    double w = random.nextDouble() + 0.01;
    double length = Math.sqrt(x * x + y * y + v * v + w * w);
    return new Pose(at.x(), at.y(), z, x / length, y / length, v / length, w / length);
  }
}
