package io.souschef.app.reliability;

import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneObject;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks after every step of a world whether a thing's middle is in what is built in or has left the
 * room, and ten times a second whether anything is in anything. What is found then is looked at
 * after every step until it is out again: a blow presses soft contacts that deep for a moment, and
 * what stays in has been pressed in or gone through.
 */
final class Watch implements Runnable {

  private static final int FULL_LOOK_STEPS = 12;

  /** In something for so long is pressed in, steps of the world: a twentieth of a second. */
  private static final int MOST_STEPS = 6;

  private final SimulatedRobot robot;
  private final Kitchen kitchen;
  private final List<PlacedShape> fixed;
  private final Set<String> things;
  private final Map<String, Vec3> last = new HashMap<>();
  private final Map<String, Pose> lastLook = new HashMap<>();
  private final Map<Pair, Integer> inside = new HashMap<>();
  private final Set<String> faults = new LinkedHashSet<>();
  private int steps;

  Watch(SimulatedRobot robot, Scene scene) {
    this.robot = robot;
    kitchen = scene.kitchen();
    fixed = kitchen.staticParts().stream().map(Solids::placed).toList();
    things =
        scene.objects().stream()
            .filter(object -> !object.kind().isSpill())
            .map(SceneObject::id)
            .collect(Collectors.toSet());
  }

  /** "coke-1 in table/top", each once. */
  Set<String> faults() {
    return faults;
  }

  @Override
  public void run() {
    List<PlacedShape> moving = robot.moving();
    for (PlacedShape shape : moving) {
      Vec3 centre = Frames.position(shape.pose());
      if (things.contains(shape.id()) && !centre.equals(last.put(shape.id(), centre))) {
        checkCentre(shape, centre);
      }
    }
    if (!inside.isEmpty()) {
      lookAgain(moving);
    }
    if (steps++ % FULL_LOOK_STEPS == 0) {
      look(moving);
    }
  }

  /** Two solids by name. */
  private record Pair(String one, String other) {}

  private void lookAgain(List<PlacedShape> moving) {
    Map<String, PlacedShape> now = new HashMap<>();
    fixed.forEach(solid -> now.put(solid.id(), solid));
    moving.forEach(solid -> now.put(solid.id(), solid));
    inside.replaceAll((pair, count) -> count + 1);
    inside.keySet().removeIf(pair -> !areInEachOther(now.get(pair.one()), now.get(pair.other())));
    inside.forEach(
        (pair, count) -> {
          if (count >= MOST_STEPS) {
            faults.add("%s in %s".formatted(pair.one(), pair.other()));
          }
        });
  }

  private static boolean areInEachOther(@Nullable PlacedShape one, @Nullable PlacedShape other) {
    return one != null
        && other != null
        && (Solids.isInside(one, other) || Solids.isInside(other, one));
  }

  private void checkCentre(PlacedShape thing, Vec3 centre) {
    boolean inRoom =
        centre.x() > 0
            && centre.x() < kitchen.lengthM()
            && centre.y() > 0
            && centre.y() < kitchen.widthM()
            && centre.z() > 0;
    if (!inRoom) {
      faults.add("%s out of the room".formatted(thing.id()));
    }
    fixed.stream()
        .filter(solid -> Solids.contains(solid, centre))
        .forEach(solid -> faults.add("%s in %s".formatted(thing.id(), solid.id())));
  }

  /** A solid of this look, and whether it stood elsewhere at the last. */
  private record Seen(PlacedShape solid, Vec3 centre, double radius, boolean moved) {}

  private Seen seen(PlacedShape solid) {
    Pose before = lastLook.put(solid.id(), solid.pose());
    return new Seen(
        solid,
        Frames.position(solid.pose()),
        Solids.radius(solid.shape()),
        !solid.pose().equals(before));
  }

  private void look(List<PlacedShape> moving) {
    List<Seen> links = new ArrayList<>();
    List<Seen> loose = new ArrayList<>();
    List<Seen> built = new ArrayList<>();
    fixed.forEach(solid -> built.add(seen(solid)));
    for (PlacedShape shape : moving) {
      if (shape.id().startsWith("robot/")) {
        links.add(seen(shape));
      } else if (things.contains(shape.id())) {
        loose.add(seen(shape));
      } else if (!shape.id().startsWith("spill")) {
        built.add(seen(shape));
      }
    }
    for (Seen link : links) {
      built.forEach(solid -> check(link, solid));
      loose.forEach(thing -> check(link, thing));
    }
    for (int i = 0; i < loose.size(); i++) {
      Seen thing = loose.get(i);
      built.forEach(solid -> check(thing, solid));
      loose.subList(i + 1, loose.size()).forEach(other -> check(thing, other));
    }
  }

  private void check(Seen one, Seen other) {
    if ((one.moved() || other.moved())
        && one.centre().minus(other.centre()).length() < one.radius() + other.radius()
        && areInEachOther(one.solid(), other.solid())) {
      inside.putIfAbsent(new Pair(one.solid().id(), other.solid().id()), 0);
    }
  }
}
