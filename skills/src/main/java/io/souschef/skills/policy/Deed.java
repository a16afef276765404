package io.souschef.skills.policy;

import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.WorldSketch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a skill would do, as far as rules ask for it. Immutable.
 *
 * @param at where the robot works: places that are named, and where it is afterwards
 * @param shifts things that would come to be elsewhere, or change between place and hand
 */
record Deed(Somewhere at, List<Shift> shifts) {

  Deed {
    shifts = List.copyOf(shifts);
  }

  /**
   * A thing's way.
   *
   * @param kind empty where it may be of any
   * @param from where it is taken away
   * @param to where it comes to be, on a place or in the hand
   */
  record Shift(Optional<String> kind, Somewhere from, Somewhere to) {}

  /**
   * Some places.
   *
   * @param any whether it may be any place there is
   */
  record Somewhere(Set<String> places, boolean any) {

    static final Somewhere NOWHERE = new Somewhere(Set.of(), false);
    static final Somewhere ANYWHERE = new Somewhere(Set.of(), true);

    static Somewhere of(@Nullable String place) {
      return place == null ? NOWHERE : new Somewhere(Set.of(place), false);
    }

    boolean includesAny(Set<String> names) {
      return any || places.stream().anyMatch(names::contains);
    }
  }

  boolean isAt(Set<String> places) {
    return at.includesAny(places);
  }

  /** Whether it may lead anywhere. */
  boolean isAnywhere() {
    return at.any();
  }

  /**
   * What a skill does about which nothing is declared: whatever its words allow.
   *
   * @param named places among its arguments; it may be anywhere where there are none
   * @param kinds kinds among its arguments; it may move anything where there are none
   */
  static Deed unknown(Set<String> named, Set<String> kinds) {
    Somewhere where = named.isEmpty() ? Somewhere.ANYWHERE : new Somewhere(named, false);
    Stream<Optional<String>> moved =
        kinds.isEmpty() ? Stream.of(Optional.empty()) : kinds.stream().map(Optional::of);
    return new Deed(where, moved.map(kind -> new Shift(kind, where, where)).toList());
  }

  /**
   * What changes between two worlds.
   *
   * @param at places among the skill's arguments, and where it does something before it drives
   * @param roams whether the robot may have been anywhere in between
   */
  static Deed between(WorldSketch before, WorldSketch after, Set<String> at, boolean roams) {
    Set<String> works = new HashSet<>(at);
    after.robotAt().ifPresent(works::add);
    List<Shift> shifts = new ArrayList<>();
    for (Thing thing : after.things()) {
      Somewhere to = arrival(thing, before, after, roams);
      Somewhere from = departure(thing, before);
      if (!to.equals(Somewhere.NOWHERE) || !from.equals(Somewhere.NOWHERE)) {
        shifts.add(new Shift(Optional.of(thing.kind()), from, to));
      }
    }
    return new Deed(new Somewhere(works, roams), shifts);
  }

  private static Somewhere departure(Thing after, WorldSketch before) {
    String was = before.thing(after.id()).map(Thing::where).orElse(null);
    return was == null || was.equals(after.where()) ? Somewhere.NOWHERE : Somewhere.of(was);
  }

  private static Somewhere arrival(
      Thing thing, WorldSketch before, WorldSketch after, boolean roams) {
    Optional<Thing> was = before.thing(thing.id());
    String lay = was.map(Thing::where).orElse(null);
    boolean held = isHeld(thing, after);
    boolean carried = held && isHeld(thing, before);
    if (roams && (carried || isHeld(thing, before))) {
      return Somewhere.ANYWHERE;
    }
    String now = held ? after.robotAt().orElse(null) : thing.where();
    boolean there = now == null || now.equals(lay);
    boolean stays = carried && after.robotAt().equals(before.robotAt());
    return there || stays ? Somewhere.NOWHERE : Somewhere.of(now);
  }

  private static boolean isHeld(Thing thing, WorldSketch world) {
    return world.held().filter(held -> held.id().equals(thing.id())).isPresent();
  }
}
