package io.souschef.skills.effect.world;

import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A world in words that is cheap to copy: what skills would do can be tried in copies by the
 * thousand. Two are equal when the same is so in them. Things at no place are beside the robot
 * until it drives away. Used by one thread.
 */
public final class WorldSketch implements SymbolicWorld {

  private final List<Place> places;
  private final Map<String, Place> byName;
  private final Set<String> marks;
  private final ThingRow things;
  private Pose base;
  private @Nullable String held;
  private @Nullable String at;
  private PlaceNotes notes = PlaceNotes.NONE;
  private Set<String> beside = Set.of();
  private Neighbours near = Neighbours.NONE;

  /**
   * A world with these places, every door closed, and these things.
   *
   * @param marks kinds of what can be wiped away: "spill"
   * @param base pose of the robot's base, map frame
   * @param at the place whose working area it stands in
   */
  public WorldSketch(
      List<Place> places, Set<String> marks, List<Thing> things, Pose base, Optional<String> at) {
    this.places = List.copyOf(places);
    this.byName = new HashMap<>();
    this.places.forEach(place -> byName.put(place.name(), place));
    this.marks = Set.copyOf(marks);
    this.things = new ThingRow(things);
    this.base = base;
    this.at = at.orElse(null);
  }

  private WorldSketch(WorldSketch other) {
    places = other.places;
    byName = other.byName;
    marks = other.marks;
    things = other.things.copy();
    base = other.base;
    held = other.held;
    at = other.at;
    notes = other.notes;
    beside = other.beside;
    near = other.near;
  }

  /** What a robot perceives, about whose kinds nothing is known. */
  public static WorldSketch of(Observation now) {
    return of(now, new Vocabulary(List.of(), List.of()));
  }

  /** What a robot perceives. Kinds and places that are not in its vocabulary have no attributes. */
  public static WorldSketch of(Observation now, Vocabulary vocabulary) {
    return ObservedWorld.sketch(now, vocabulary);
  }

  /** Another that is as this one is now and changes by itself. */
  public WorldSketch copy() {
    return new WorldSketch(this);
  }

  /** Adds a thing, or puts one in the place of that with its id. */
  public void add(Thing thing) {
    things.put(thing);
  }

  /** Takes a thing out of the world. */
  public void remove(String id) {
    things.removeIf(thing -> thing.id().equals(id));
    held = id.equals(held) ? null : held;
  }

  /** Notes that a place takes nothing more, until something is taken from it. */
  public void fill(String place) {
    notes = notes.full(place);
  }

  /** Notes that a thing at no place is within reach, until the robot drives away. */
  public void besideRobot(String thing) {
    beside = Sets.with(beside, thing);
  }

  /** Notes that a place has been looked into. */
  public void lookedInto(String place) {
    notes = notes.looked(place);
  }

  @Override
  public List<Thing> things() {
    return things.list();
  }

  @Override
  public Optional<Thing> held() {
    return held == null ? Optional.empty() : thing(held);
  }

  @Override
  public Optional<String> robotAt() {
    return Optional.ofNullable(at);
  }

  @Override
  public List<Place> places() {
    return places;
  }

  @Override
  public Optional<Place> place(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  @Override
  public boolean isOpen(String place) {
    Place known = byName.get(place);
    return known == null || known.kind() != Place.Kind.CLOSABLE || notes.open().contains(place);
  }

  @Override
  public boolean isWiped(String place) {
    return notes.wiped().contains(place);
  }

  @Override
  public boolean isLooked(String place) {
    return notes.looked().contains(place);
  }

  @Override
  public boolean isHere(Thing thing) {
    return thing.where() == null
        ? beside.contains(thing.id()) && !thing.id().equals(held)
        : thing.where().equals(at);
  }

  @Override
  public boolean hasRoom(Thing thing, String place) {
    return !notes.full().contains(place);
  }

  @Override
  public boolean isNear(Thing thing, Thing other) {
    return near.contains(thing.id(), other.id());
  }

  @Override
  public double distanceTo(String place) {
    Place to = byName.get(place);
    if (to == null || place.equals(at)) {
      return 0;
    }
    Place from = at == null ? null : byName.get(at);
    return to.pose().floorDistanceTo(from == null ? base : from.pose());
  }

  @Override
  public void grasp(String id) {
    Thing thing = things.get(id);
    if (thing != null) {
      String from = thing.where();
      notes = from == null ? notes : notes.roomAt(from);
      things.put(thing.at(null).delivered(false).seen(true));
      moved(id);
      held = id;
    }
  }

  @Override
  public void release() {
    Thing thing = held == null ? null : things.get(held);
    if (thing != null) {
      beside = at == null ? Sets.with(beside, thing.id()) : beside;
      things.put(thing.at(at).delivered(true));
      held = null;
    }
  }

  @Override
  public void put(String id, String place) {
    Thing thing = things.get(id);
    if (thing != null) {
      things.put(thing.at(place).delivered(id.equals(held) || thing.delivered()));
      moved(id);
      held = id.equals(held) ? null : held;
    }
  }

  @Override
  public void putNear(String id, String other) {
    Thing thing = things.get(id);
    Thing beside = things.get(other);
    if (thing != null && beside != null) {
      things.put(thing.at(beside.where()).delivered(true));
      moved(id);
      near = near.with(id, other);
      held = id.equals(held) ? null : held;
    }
  }

  private void moved(String id) {
    near = near.without(id);
    beside = Sets.without(beside, id);
  }

  @Override
  public void driveToPlace(String place) {
    at = place;
    beside = Set.of();
  }

  @Override
  public void driveToThing(String id) {
    Thing thing = things.get(id);
    if (thing != null) {
      at = thing.where();
      beside = at == null ? Set.of(id) : Set.of();
    }
  }

  @Override
  public void setOpen(String place, boolean isOpen) {
    notes = notes.opened(place, isOpen);
  }

  @Override
  public void setUpright(String id, boolean upright) {
    Thing thing = things.get(id);
    if (thing != null && thing.upright() != upright) {
      things.put(thing.standing(upright));
    }
  }

  @Override
  public void wipe(String place) {
    notes = notes.wiped(place);
    if (!marks.isEmpty()) {
      things.removeIf(thing -> thing.isAt(place) && marks.contains(thing.kind()));
    }
  }

  @Override
  public void see(String id) {
    Thing thing = things.get(id);
    if (thing != null) {
      things.put(thing.seen(true));
    }
  }

  @Override
  public void look() {
    String here = at;
    if (here != null && isOpen(here)) {
      notes = notes.looked(here);
      things.replaceAll(thing -> thing.isAt(here) ? thing.seen(true) : thing);
    }
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof WorldSketch other
        && things.equals(other.things)
        && Objects.equals(held, other.held)
        && Objects.equals(at, other.at)
        && notes.equals(other.notes)
        && beside.equals(other.beside)
        && near.equals(other.near);
  }

  @Override
  public int hashCode() {
    return Objects.hash(things, held, at, notes, near);
  }

  @Override
  public String toString() {
    return "WorldSketch[robot at %s, holds %s, open %s, %s]"
        .formatted(at, held, notes.open(), things);
  }
}
