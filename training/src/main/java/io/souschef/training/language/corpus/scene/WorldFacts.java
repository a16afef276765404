package io.souschef.training.language.corpus.scene;

import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.effect.world.Thing.Fit;
import io.souschef.skills.world.Place;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training world in the words in which skills are declared. Nothing in it is wide, heavy or full,
 * and whether things stand is not told; what a robot sees on the way is told by the robot itself.
 */
public final class WorldFacts implements SymbolicWorld {

  private final World world;
  private final Map<String, Spot> spots = new LinkedHashMap<>();

  public WorldFacts(World world) {
    this.world = world;
    world.places.forEach(this::mention);
  }

  /** Makes a place known by its name. */
  public void mention(Spot spot) {
    spots.putIfAbsent(spot.name(), spot);
  }

  /** The name of a thing of the world. */
  String id(Thing thing) {
    return String.valueOf(world.things.indexOf(thing));
  }

  /** A thing as skills see it. */
  public io.souschef.skills.effect.world.Thing thing(Thing thing) {
    return new io.souschef.skills.effect.world.Thing(
        id(thing),
        thing.noun.singular(),
        thing == world.held ? null : thing.place.name(),
        thing.seen,
        thing.seen,
        true,
        false,
        Fit.FITS,
        thing.noun.attributes());
  }

  @Override
  public List<io.souschef.skills.effect.world.Thing> things() {
    return world.things.stream().map(this::thing).toList();
  }

  @Override
  public Optional<io.souschef.skills.effect.world.Thing> held() {
    return Optional.ofNullable(world.held).map(this::thing);
  }

  @Override
  public Optional<String> robotAt() {
    return Optional.ofNullable(world.at).map(Spot::name);
  }

  @Override
  public List<Place> places() {
    return spots.values().stream().map(Spot::place).toList();
  }

  @Override
  public boolean isOpen(String place) {
    return spot(place).filter(spot -> spot.opens() && !world.open.contains(spot)).isEmpty();
  }

  @Override
  public boolean isWiped(String place) {
    return false;
  }

  @Override
  public boolean isLooked(String place) {
    return spot(place).filter(world.looked::contains).isPresent();
  }

  @Override
  public boolean isHere(io.souschef.skills.effect.world.Thing thing) {
    return world.at != null && thing.isAt(world.at.name());
  }

  @Override
  public boolean hasRoom(io.souschef.skills.effect.world.Thing thing, String place) {
    return true;
  }

  @Override
  public boolean hasRoomNear(
      io.souschef.skills.effect.world.Thing thing, io.souschef.skills.effect.world.Thing other) {
    return true;
  }

  @Override
  public boolean isNear(
      io.souschef.skills.effect.world.Thing thing, io.souschef.skills.effect.world.Thing other) {
    return false;
  }

  @Override
  public double distanceTo(String place) {
    return 0;
  }

  @Override
  public void grasp(String thing) {
    world.held = world.things.get(Integer.parseInt(thing));
  }

  @Override
  public void release() {
    Thing held = world.held;
    if (held != null) {
      moved(held, world.at == null ? held.place : world.at);
    }
  }

  @Override
  public void put(String thing, String place) {
    spot(place).ifPresent(spot -> moved(world.things.get(Integer.parseInt(thing)), spot));
  }

  @Override
  public void putNear(String thing, String other) {
    moved(
        world.things.get(Integer.parseInt(thing)), world.things.get(Integer.parseInt(other)).place);
  }

  private void moved(Thing thing, Spot place) {
    thing.place = place;
    thing.seen = true;
    if (thing == world.held) {
      world.held = null;
    }
  }

  @Override
  public void driveToPlace(String place) {
    spot(place).ifPresent(spot -> world.at = spot);
  }

  @Override
  public void driveToThing(String thing) {
    world.at = world.things.get(Integer.parseInt(thing)).place;
  }

  @Override
  public void setOpen(String place, boolean open) {
    spot(place)
        .ifPresent(
            spot -> {
              if (open) {
                world.open.add(spot);
              } else {
                world.open.remove(spot);
              }
            });
  }

  @Override
  public void setUpright(String thing, boolean upright) {}

  @Override
  public void wipe(String place) {}

  @Override
  public void see(String thing) {
    world.things.get(Integer.parseInt(thing)).seen = true;
  }

  @Override
  public void look() {
    if (world.at != null) {
      world.lookAt(world.at);
    }
  }

  private Optional<Spot> spot(String name) {
    return Optional.ofNullable(spots.get(name));
  }
}
