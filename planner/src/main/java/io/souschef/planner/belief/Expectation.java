package io.souschef.planner.belief;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.rule.SkillRules;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.PlaceState;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What a robot would perceive in a world that is only thought of: declared effects say what is
 * where then, not how exactly it lies there. What is not thought of stays as it was seen.
 * Stateless.
 */
public final class Expectation {

  private Expectation() {}

  /**
   * What is expected to be perceived after a skill that works.
   *
   * @return empty where nothing is declared for it, or where it is not expected to work
   */
  public static Optional<Observation> after(
      GroundedSkill skill, Observation now, Vocabulary vocabulary, SkillRules rules) {
    WorldSketch world = WorldSketch.of(now, vocabulary);
    double seconds = rules.seconds(skill, world);
    return rules.apply(skill, world).isPossible()
        ? Optional.of(of(world, now, now.timeS() + seconds))
        : Optional.empty();
  }

  /**
   * What would be perceived in a world.
   *
   * @param world what is where
   * @param now what is perceived, of which the world is thought to come
   * @param timeS robot time then, seconds
   */
  public static Observation of(WorldSketch world, Observation now, double timeS) {
    Map<String, ObservedObject> seen = new LinkedHashMap<>();
    Stream.concat(now.objects().stream(), now.held().stream())
        .forEach(object -> seen.put(object.id(), object));
    Optional<String> held = world.held().map(Thing::id);
    List<ObservedObject> objects = new ArrayList<>();
    for (ObservedObject object : seen.values()) {
      if (held.filter(object.id()::equals).isEmpty()) {
        objects.add(
            world
                .thing(object.id())
                .map(thing -> moved(object, thing, world, timeS))
                .orElse(object));
      }
    }
    Optional<Pose> base =
        world.robotAt().equals(now.at())
            ? Optional.empty()
            : world.robotAt().flatMap(world::place).map(Place::pose);
    return new Observation(
        timeS,
        base.orElse(now.base()),
        world.robotAt(),
        held.map(seen::get).map(object -> at(object, object.pose(), Optional.empty(), true, timeS)),
        objects,
        now.places().stream().map(state -> state(state, world, timeS)).toList());
  }

  private static ObservedObject moved(
      ObservedObject object, Thing thing, WorldSketch world, double timeS) {
    Pose pose =
        object.place().equals(thing.place())
            ? object.pose()
            : thing.place().flatMap(world::place).map(Place::pose).orElse(object.pose());
    return at(object, pose, thing.place(), thing.visible(), timeS);
  }

  private static ObservedObject at(
      ObservedObject object, Pose pose, Optional<String> place, boolean visible, double timeS) {
    return new ObservedObject(
        object.id(),
        object.kind(),
        pose,
        place,
        object.lengthM(),
        object.widthM(),
        object.heightM(),
        object.confidence(),
        visible ? timeS : object.lastSeenS(),
        visible);
  }

  private static PlaceState state(PlaceState before, WorldSketch world, double timeS) {
    String name = before.place().name();
    boolean closable = before.place().kind() == Place.Kind.CLOSABLE;
    boolean here = world.robotAt().filter(name::equals).isPresent();
    boolean open = world.isOpen(name);
    boolean told = before.open().isPresent() || here || open;
    return new PlaceState(
        before.place(),
        closable && told ? Optional.of(open) : before.open(),
        world.isLooked(name) && before.lastLookedS().isEmpty()
            ? OptionalDouble.of(timeS)
            : before.lastLookedS());
  }
}
