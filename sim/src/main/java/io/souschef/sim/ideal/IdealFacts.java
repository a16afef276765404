package io.souschef.sim.ideal;

import io.souschef.sim.body.RobotModel;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.state.WorldObject;
import io.souschef.skills.effect.world.SymbolicWorld;
import io.souschef.skills.effect.world.Thing;
import io.souschef.skills.effect.world.Thing.Fit;
import io.souschef.skills.world.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ideal world in the words in which skills are declared: what is asked is the truth, and what
 * is changed finds its exact place. Not thread-safe.
 */
final class IdealFacts implements SymbolicWorld {

  private final IdealWorld world;
  private final IdealEyes eyes;

  IdealFacts(IdealWorld world, IdealEyes eyes) {
    this.world = world;
    this.eyes = eyes;
  }

  @Override
  public List<Thing> things() {
    List<Thing> things = new ArrayList<>();
    world.held().map(this::held).ifPresent(things::add);
    for (WorldObject object : world.loose()) {
      things.add(loose(object));
    }
    return things;
  }

  @Override
  public Optional<Thing> held() {
    return world.held().map(this::held);
  }

  @Override
  public Optional<String> robotAt() {
    return world.robotAt();
  }

  @Override
  public List<Place> places() {
    return world.kitchen().places();
  }

  @Override
  public boolean isOpen(String place) {
    return world.isOpen(place);
  }

  @Override
  public boolean isWiped(String place) {
    return world.isWiped(place);
  }

  @Override
  public boolean isLooked(String place) {
    return eyes.looked(place);
  }

  @Override
  public boolean isHere(Thing thing) {
    return world.loose(thing.id()).filter(world::isHere).isPresent();
  }

  @Override
  public boolean hasRoom(Thing thing, String place) {
    return world.object(thing.id()).filter(object -> world.hasRoom(object, place)).isPresent();
  }

  @Override
  public boolean hasRoomNear(Thing thing, Thing other) {
    Optional<WorldObject> beside = world.loose(other.id());
    return beside.isPresent()
        && world
            .object(thing.id())
            .filter(object -> world.hasRoomNear(object, beside.get()))
            .isPresent();
  }

  @Override
  public boolean isNear(Thing thing, Thing other) {
    Optional<WorldObject> beside = world.loose(other.id());
    return beside.isPresent()
        && world.loose(thing.id()).filter(o -> IdealWorld.areNear(o, beside.get())).isPresent();
  }

  @Override
  public double distanceTo(String place) {
    boolean here = world.robotAt().filter(place::equals).isPresent();
    return here ? 0 : world.distanceTo(place);
  }

  @Override
  public void grasp(String thing) {
    world.object(thing).ifPresent(world::grasp);
  }

  @Override
  public void release() {
    Optional<WorldObject> held = world.held().flatMap(object -> world.object(object.id()));
    if (held.isPresent()) {
      boolean stays = world.robotAt().filter(place -> world.put(held.get(), place)).isPresent();
      if (!stays) {
        world.drop(held.get());
      }
    }
  }

  @Override
  public void put(String thing, String place) {
    world.object(thing).ifPresent(object -> world.put(object, place));
  }

  @Override
  public void putNear(String thing, String other) {
    Optional<WorldObject> beside = world.loose(other);
    world
        .object(thing)
        .ifPresent(object -> beside.ifPresent(there -> world.putNear(object, there)));
  }

  @Override
  public void driveToPlace(String place) {
    world.driveTo(place);
  }

  @Override
  public void driveToThing(String thing) {
    world.loose(thing).ifPresent(this::driveTo);
  }

  private void driveTo(WorldObject object) {
    if (object.place().isPresent()) {
      world.driveTo(object.place().get());
    } else {
      world.driveNear(object);
    }
  }

  @Override
  public void setOpen(String place, boolean open) {
    world.setOpen(place, open);
  }

  @Override
  public void setUpright(String thing, boolean upright) {
    Optional<WorldObject> object = world.object(thing).filter(o -> o.isUpright() != upright);
    object.ifPresent(upright ? world::standUp : world::layDown);
  }

  @Override
  public void wipe(String place) {
    world.wipe(place);
  }

  @Override
  public void see(String thing) {
    world.object(thing).ifPresent(eyes::see);
  }

  /** The eyes of {@link IdealKitchen} look by themselves. */
  @Override
  public void look() {}

  private Thing held(WorldObject object) {
    return thing(object, true, true);
  }

  private Thing loose(WorldObject object) {
    return thing(object, eyes.knows(object), IdealEyes.isVisible(world, object));
  }

  private Thing thing(WorldObject object, boolean known, boolean visible) {
    ObjectKind kind = object.kind();
    return new Thing(
        object.id(),
        kind.noun(),
        object.place().orElse(null),
        known,
        visible,
        object.isUpright(),
        world.isDelivered(object),
        fit(object),
        kind.words());
  }

  private Fit fit(WorldObject object) {
    Shape shape = object.kind().shape();
    boolean lies = object.pose().tilt() > 0.5;
    double along = lies ? shape.zM() : shape.xM();
    if (Math.min(along, shape.yM()) > RobotModel.MAX_GRASP_M) {
      return Fit.TOO_WIDE;
    }
    return object.kind().massKg() > world.liftsKg() ? Fit.TOO_HEAVY : Fit.FITS;
  }
}
