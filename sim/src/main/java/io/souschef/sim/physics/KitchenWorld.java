package io.souschef.sim.physics;

import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.MovablePart;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneObject;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.BodySpec;
import io.souschef.sim.physics.part.Door;
import io.souschef.sim.physics.part.Spill;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scene as bodies in a {@link BulletWorld}. Thread: the world's. */
public final class KitchenWorld {

  private static final double FLOOR_THICK_M = 0.5;
  private static final Rgb CARDBOARD = new Rgb(0xB0, 0x8A, 0x5A);
  private static final Rgb TILES = new Rgb(0xD8, 0xD2, 0xC6);

  private final Kitchen kitchen;
  private final BulletWorld world;
  private final Map<String, Thing> things = new LinkedHashMap<>();
  private final Map<String, Door> doors = new LinkedHashMap<>();
  private final List<Spill> spills = new ArrayList<>();
  private final List<Part> blocks = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  /** Builds the scene; nothing has settled yet. The held object is put into the hand by others. */
  public KitchenWorld(Scene scene) {
    kitchen = scene.kitchen();
    world = new BulletWorld();
    world.add(BodySpec.fixed(floor()));
    for (Furniture piece : kitchen.furniture()) {
      addFurniture(piece, scene.jointPositions());
    }
    for (SceneObject object : scene.objects()) {
      addObject(object.id(), object.kind(), object.pose());
    }
  }

  private KitchenWorld(KitchenWorld original) {
    kitchen = original.kitchen;
    world = original.world.copy();
    things.putAll(original.things);
    doors.putAll(original.doors);
    spills.addAll(original.spills);
    blocks.addAll(original.blocks);
    used.addAll(original.used);
  }

  /** An independent copy that continues bit for bit like this world; handles stay valid. */
  public KitchenWorld copy() {
    return new KitchenWorld(this);
  }

  public Kitchen kitchen() {
    return kitchen;
  }

  public BulletWorld bullet() {
    return world;
  }

  /** Every loose object that is still there, in the order of addition. */
  public Collection<Thing> things() {
    return Collections.unmodifiableCollection(things.values());
  }

  public Optional<Thing> thing(String id) {
    return Optional.ofNullable(things.get(id));
  }

  /** The loose object that a body is. */
  public Optional<Thing> thing(Body body) {
    return thing(body.id()).filter(thing -> thing.body().equals(body));
  }

  public List<Spill> spills() {
    return Collections.unmodifiableList(spills);
  }

  /** Wipes a spill away. */
  public void clean(Spill spill) {
    spills.remove(spill);
  }

  public Collection<Door> doors() {
    return Collections.unmodifiableCollection(doors.values());
  }

  /** The door or drawer of a closable place. */
  public Optional<Door> door(String place) {
    return Optional.ofNullable(doors.get(place));
  }

  /** Puts a new object or spill into the world. */
  public void addObject(String id, ObjectKind kind, Pose pose) {
    used.add(id);
    if (kind.isSpill()) {
      spills.add(new Spill(id, kind, pose));
    } else {
      things.put(id, new Thing(id, kind, world.add(BodySpec.loose(id, kind, pose))));
    }
  }

  /** Whether an object of this id is or was there. */
  public boolean isUsed(String id) {
    return used.contains(id);
  }

  /** Puts a box on the floor that nothing can move. */
  public void block(Vec3 at, double sizeM) {
    Part box =
        new Part(
            "block-" + (blocks.size() + 1),
            new Shape.Box(sizeM, sizeM, sizeM),
            Pose.upright(at.x(), at.y(), sizeM / 2, 0),
            CARDBOARD);
    blocks.add(box);
    world.add(BodySpec.fixed(box));
  }

  /** Boxes that stand in the way since the episode began. */
  public List<Part> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /** Takes an object out of the world. */
  public void remove(Thing thing) {
    world.remove(thing.body());
    things.remove(thing.id());
  }

  /** Position of a door's joint: radians or metres from closed. */
  public double position(Door door) {
    Pose now = world.pose(door.body());
    Joint joint = door.part().joint();
    return switch (joint.type()) {
      case HINGE -> Math.IEEEremainder(now.yaw() - door.closed().yaw(), 2 * Math.PI);
      case FLAP -> aboutY(joint.frame(), door.closed(), now);
      case SLIDER ->
          Frames.rotate(joint.frame(), new Vec3(1, 0, 0))
              .dot(Frames.position(now).minus(Frames.position(door.closed())));
    };
  }

  /** How far a body has turned about the y axis of a frame, radians. */
  private static double aboutY(Pose frame, Pose before, Pose now) {
    Pose inFrame = Frames.compose(Frames.inverse(frame), before);
    Pose turned =
        Frames.compose(Frames.compose(Frames.inverse(frame), now), Frames.inverse(inFrame));
    return Math.IEEEremainder(2 * Math.atan2(turned.qy(), turned.qw()), 2 * Math.PI);
  }

  /** Positions of all doors and drawers by place. */
  public Map<String, Double> jointPositions() {
    Map<String, Double> positions = new LinkedHashMap<>();
    doors.forEach((place, door) -> positions.put(place, position(door)));
    return positions;
  }

  /** The place that a thing is on or in. */
  public Optional<String> placeOf(Pose pose, Map<String, Double> jointPositions) {
    return kitchen.siteHolding(Frames.position(pose), jointPositions).map(Site::name);
  }

  /** Sets a door's joint against all physics: for start states and disturbances. */
  public void place(Door door, double position) {
    world.place(door.body(), Frames.compose(door.part().joint().motion(position), door.closed()));
  }

  private void addFurniture(Furniture piece, Map<String, Double> jointPositions) {
    List<Body> bodies = new ArrayList<>();
    for (Part part : piece.parts()) {
      bodies.add(world.add(BodySpec.fixed(part)));
    }
    for (MovablePart part : piece.movable()) {
      Door door = hang(part, bodies.get(0));
      double start = jointPositions.getOrDefault(part.place(), 0.0);
      if (start != 0) {
        place(door, start);
      }
    }
  }

  private Door hang(MovablePart part, Body frame) {
    BodySpec spec = BodySpec.jointed(part.place() + "/door", part.parts(), part.massKg());
    Body body = world.add(spec);
    Joint joint = part.joint();
    switch (joint.type()) {
      case HINGE -> world.joints().hinge(frame, body, joint.frame(), joint.lower(), joint.upper());
      case FLAP -> world.joints().flap(frame, body, joint.frame(), joint.lower(), joint.upper());
      case SLIDER -> world.joints().slider(frame, body, joint.frame().yaw(), joint.upper());
    }
    Door door = new Door(part, body, spec.pose());
    doors.put(part.place(), door);
    return door;
  }

  private Part floor() {
    double length = kitchen.lengthM();
    double width = kitchen.widthM();
    return new Part(
        "floor",
        new Shape.Box(length + 1, width + 1, FLOOR_THICK_M),
        Pose.upright(length / 2, width / 2, -FLOOR_THICK_M / 2, 0),
        TILES);
  }
}
