package io.souschef.skills.effect.world;

import io.souschef.skills.world.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is where, in words: all that the declared needs and effects of skills speak of. A
 * simulator's truth, a training scene and a robot's belief each are one. Queries come first, then
 * the changes that effects make; things are named by their ids. Used by one thread.
 */
public interface SymbolicWorld {

  /** Every thing, the held one among them, in an order that stays the same between changes. */
  List<Thing> things();

  /** What is in the hand. */
  Optional<Thing> held();

  /** The place whose working area the robot stands in. */
  Optional<String> robotAt();

  List<Place> places();

  /** Whether a place stands open; always so of one without door, lid or drawer. */
  boolean isOpen(String place);

  /** Whether the robot wiped it. */
  boolean isWiped(String place);

  /** Whether the robot has looked into or onto it. */
  boolean isLooked(String place);

  /** Whether a thing is beside the robot: at its place, or within reach where it is at none. */
  boolean isHere(Thing thing);

  /** Whether a thing would find room on or in a place. */
  boolean hasRoom(Thing thing, String place);

  /** Whether a thing would find room beside another: on or in the place where that is. */
  default boolean hasRoomNear(Thing thing, Thing other) {
    return other.where() == null || hasRoom(thing, other.where());
  }

  /** Whether one thing is beside another. */
  boolean isNear(Thing thing, Thing other);

  default Optional<Thing> thing(String id) {
    for (Thing thing : things()) {
      if (thing.id().equals(id)) {
        return Optional.of(thing);
      }
    }
    return Optional.empty();
  }

  default Stream<Thing> thingsOf(String kind) {
    return things().stream().filter(thing -> thing.kind().equals(kind));
  }

  default Optional<Place> place(String name) {
    for (Place place : places()) {
      if (place.name().equals(name)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** Whether a thing is behind a closed door. */
  default boolean isShutAway(Thing thing) {
    String place = thing.where();
    return place != null && !isOpen(place);
  }

  /**
   * Metres over the floor from where the robot stands to a place; 0 when it is there or where that
   * is not known.
   */
  double distanceTo(String place);

  /** Takes a thing into the hand. */
  void grasp(String thing);

  /** Opens the hand: what it held is then where the robot stands. */
  void release();

  /** Puts a thing on or in a place; what was in the hand no longer is. */
  void put(String thing, String place);

  /** Puts a thing beside another; what was in the hand no longer is. */
  void putNear(String thing, String other);

  /** The robot drives to a place. */
  void driveToPlace(String place);

  /** The robot drives to a thing, wherever it is. */
  void driveToThing(String thing);

  /** Opens or closes a place. */
  void setOpen(String place, boolean open);

  /** Stands a thing up, or lays it on its side. */
  void setUpright(String thing, boolean upright);

  /** Wipes a place: spills there are gone. */
  void wipe(String place);

  /** The robot comes to know of a thing. */
  void see(String thing);

  /** The robot looks around from where it stands, as it does after every skill. */
  void look();
}
