package io.souschef.skills.effect;

import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.Arrays;
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
  private Thing[] things;
  private Pose base;
  private @Nullable String held;
  private @Nullable String at;
  private Set<String> open;
  private Set<String> wiped = Set.of();
  private Set<String> looked;
  private Set<String> full = Set.of();
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
    this.things = things.toArray(Thing[]::new);
    this.base = base;
    this.at = at.orElse(null);
    this.open = Set.of();
    this.looked = Set.of();
  }

  private WorldSketch(WorldSketch other) {
    places = other.places;
    byName = other.byName;
    marks = other.marks;
    things = other.things.clone();
    base = other.base;
    held = other.held;
    at = other.at;
    open = other.open;
    wiped = other.wiped;
    looked = other.looked;
    full = other.full;
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
    int i = index(thing.id());
    if (i < 0) {
      things = Arrays.copyOf(things, things.length + 1);
      i = things.length - 1;
    }
    things[i] = thing;
  }

  /** Takes a thing out of the world. */
  public void remove(String id) {
    things = Arrays.stream(things).filter(t -> !t.id().equals(id)).toArray(Thing[]::new);
    held = id.equals(held) ? null : held;
  }

  /** Notes that a place takes nothing more, until something is taken from it. */
  public void fill(String place) {
    full = Sets.with(full, place);
  }

  /** Notes that a thing at no place is within reach, until the robot drives away. */
  public void besideRobot(String thing) {
    beside = Sets.with(beside, thing);
  }

  /** Notes that a place has been looked into. */
  public void lookedInto(String place) {
    looked = Sets.with(looked, place);
  }

  @Override
  public List<Thing> things() {
    return Arrays.asList(things);
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
    return known == null || known.kind() != Place.Kind.CLOSABLE || open.contains(place);
  }

  @Override
  public boolean isWiped(String place) {
    return wiped.contains(place);
  }

  @Override
  public boolean isLooked(String place) {
    return looked.contains(place);
  }

  @Override
  public boolean isHere(Thing thing) {
    return thing.where() == null
        ? beside.contains(thing.id()) && !thing.id().equals(held)
        : thing.where().equals(at);
  }

  @Override
  public boolean hasRoom(Thing thing, String place) {
    return !full.contains(place);
  }

  @Override
  public boolean hasRoomNear(Thing thing, Thing other) {
    return other.where() == null || hasRoom(thing, other.where());
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
    int i = index(id);
    if (i >= 0) {
      String from = things[i].where();
      full = from == null ? full : Sets.without(full, from);
      things[i] = things[i].at(null).delivered(false).seen(true);
      moved(id);
      held = id;
    }
  }

  @Override
  public void release() {
    if (held != null) {
      int i = index(held);
      beside = at == null ? Sets.with(beside, held) : beside;
      things[i] = things[i].at(at).delivered(true);
      held = null;
    }
  }

  @Override
  public void put(String id, String place) {
    int i = index(id);
    if (i >= 0) {
      things[i] = things[i].at(place).delivered(id.equals(held) || things[i].delivered());
      moved(id);
      held = id.equals(held) ? null : held;
    }
  }

  @Override
  public void putNear(String id, String other) {
    int i = index(id);
    int j = index(other);
    if (i >= 0 && j >= 0) {
      things[i] = things[i].at(things[j].where()).delivered(true);
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
    int i = index(id);
    if (i >= 0) {
      at = things[i].where();
      beside = at == null ? Set.of(id) : Set.of();
    }
  }

  @Override
  public void setOpen(String place, boolean isOpen) {
    open = isOpen ? Sets.with(open, place) : Sets.without(open, place);
  }

  @Override
  public void setUpright(String id, boolean upright) {
    int i = index(id);
    if (i >= 0 && things[i].upright() != upright) {
      things[i] = things[i].standing(upright);
    }
  }

  @Override
  public void wipe(String place) {
    wiped = Sets.with(wiped, place);
    if (!marks.isEmpty()) {
      things =
          Arrays.stream(things)
              .filter(thing -> !(thing.isAt(place) && marks.contains(thing.kind())))
              .toArray(Thing[]::new);
    }
  }

  @Override
  public void see(String id) {
    int i = index(id);
    if (i >= 0) {
      things[i] = things[i].seen(true);
    }
  }

  @Override
  public void look() {
    if (at == null || !isOpen(at)) {
      return;
    }
    looked = Sets.with(looked, at);
    for (int i = 0; i < things.length; i++) {
      if (things[i].isAt(at)) {
        things[i] = things[i].seen(true);
      }
    }
  }

  private int index(String id) {
    for (int i = 0; i < things.length; i++) {
      if (things[i].id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof WorldSketch other
        && Arrays.equals(things, other.things)
        && Objects.equals(held, other.held)
        && Objects.equals(at, other.at)
        && open.equals(other.open)
        && wiped.equals(other.wiped)
        && looked.equals(other.looked)
        && full.equals(other.full)
        && beside.equals(other.beside)
        && near.equals(other.near);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(things), held, at, open, wiped, looked, full, near);
  }

  @Override
  public String toString() {
    return "WorldSketch[robot at %s, holds %s, open %s, %s]"
        .formatted(at, held, open, Arrays.toString(things));
  }
}
