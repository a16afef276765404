package io.souschef.sim;

import io.souschef.sim.behavior.Diary;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.kitchen.Disturbance;
import io.souschef.sim.kitchen.Disturbance.Effect;
import io.souschef.sim.kitchen.Disturbance.Trigger;
import io.souschef.sim.kitchen.Frames;
import io.souschef.sim.kitchen.Joint;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.ScenePlacer;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.physics.Door;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.RandomStream;
import io.souschef.sim.physics.Spill;
import io.souschef.sim.physics.Thing;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets the scene's disturbances strike when their time has come, each once. */
final class Disturbances {

  private static final double DEFAULT_BLOCK_M = 0.4;
  private static final double GRAVITY_M_PER_S2 = 9.81;

  /** How much faster than what would just carry it over its edge. */
  private static final double TOPPLE = 1.4;

  private final KitchenWorld kitchen;
  private final RobotBody robot;
  private final Diary diary;
  private final RandomStream random;
  private final List<Disturbance> pending;
  private final Map<String, Integer> runs = new HashMap<>();

  Disturbances(
      List<Disturbance> pending,
      KitchenWorld kitchen,
      RobotBody robot,
      Diary diary,
      RandomStream random) {
    this.pending = new ArrayList<>(pending);
    this.kitchen = kitchen;
    this.robot = robot;
    this.diary = diary;
    this.random = random;
  }

  Disturbances copyIn(KitchenWorld kitchen, RobotBody robot, Diary diary) {
    Disturbances copy = new Disturbances(pending, kitchen, robot, diary, random.copy());
    copy.runs.putAll(runs);
    return copy;
  }

  /** The clock shows a robot time in seconds. */
  void atTime(double timeS) {
    if (!pending.isEmpty()) {
      strike(trigger -> trigger instanceof Trigger.AtTime at && at.timeS() <= timeS);
    }
  }

  /** A skill begins. */
  void atSkill(String action) {
    int occurrence = runs.merge(action, 1, Integer::sum);
    strike(
        trigger ->
            trigger instanceof Trigger.AtSkill at
                && at.action().equals(action)
                && at.occurrence() == occurrence);
  }

  private void strike(Predicate<Trigger> due) {
    List<Disturbance> now = pending.stream().filter(d -> due.test(d.trigger())).toList();
    pending.removeAll(now);
    now.forEach(disturbance -> strike(disturbance.effect()));
  }

  private void strike(Effect effect) {
    if (effect instanceof Effect.Move move) {
      kitchen.thing(move.object()).ifPresent(thing -> move(thing, move.place()));
    } else if (effect instanceof Effect.Remove remove) {
      remove(remove.object());
    } else if (effect instanceof Effect.Add add) {
      kitchen.kitchen().catalog().kind(add.kind()).ifPresent(kind -> add(kind, add.place()));
    } else if (effect instanceof Effect.KnockOver knock) {
      kitchen.thing(knock.object()).ifPresent(this::topple);
    } else if (effect instanceof Effect.Shut shut) {
      kitchen.door(shut.place()).ifPresent(this::shut);
    } else if (effect instanceof Effect.BlockPath block) {
      kitchen.block(block.at(), block.sizeM().orElse(DEFAULT_BLOCK_M));
    } else if (effect instanceof Effect.FailGrasps fail) {
      diary.makeSlip(fail.count());
    }
  }

  private void move(Thing thing, String place) {
    spot(thing.kind(), place)
        .ifPresent(
            pose -> {
              letGo(thing);
              kitchen.bullet().place(thing.body(), pose);
            });
  }

  private void remove(String id) {
    kitchen
        .thing(id)
        .ifPresent(
            thing -> {
              letGo(thing);
              kitchen.remove(thing);
            });
    List<Spill> gone = kitchen.spills().stream().filter(s -> s.id().equals(id)).toList();
    gone.forEach(kitchen::clean);
  }

  private void add(ObjectKind kind, String place) {
    int number = 1;
    while (kitchen.isUsed(kind.noun() + "-" + number)) {
      number++;
    }
    String id = kind.noun() + "-" + number;
    spot(kind, place).ifPresent(pose -> kitchen.addObject(id, kind, pose));
  }

  /** Turns a thing about an edge of its foot, fast enough to go over it. */
  private void topple(Thing thing) {
    letGo(thing);
    double half = thing.kind().shape().zM() / 2;
    double radius = thing.kind().shape().footprintRadiusM();
    double arm = Math.hypot(half, radius);
    // A solid cylinder about an edge of its foot, per kilogram.
    double inertia = radius * radius / 4 + half * half / 3 + arm * arm;
    double turn = TOPPLE * Math.sqrt(2 * GRAVITY_M_PER_S2 * (arm - half) / inertia);
    double way = 2 * Math.PI * random.nextDouble();
    double x = Math.cos(way);
    double y = Math.sin(way);
    kitchen.bullet().push(thing.body(), turn * half * x, turn * half * y, turn * radius);
    kitchen.bullet().spin(thing.body(), -turn * y, turn * x, 0);
  }

  /** Shuts a drawer with what is in it. */
  private void shut(Door door) {
    double position = kitchen.position(door);
    Pose back =
        Frames.compose(
            door.part().joint().motion(0), Frames.inverse(door.part().joint().motion(position)));
    Optional<Site> site = kitchen.kitchen().site(door.part().place());
    List<Thing> inside =
        kitchen.things().stream()
            .filter(
                thing ->
                    site.isPresent()
                        && site.get()
                            .holds(Frames.position(kitchen.bullet().pose(thing.body())), position))
            .toList();
    kitchen.place(door, 0);
    if (door.part().joint().type() == Joint.Type.SLIDER) {
      for (Thing thing : inside) {
        Pose now = kitchen.bullet().pose(thing.body());
        kitchen.bullet().place(thing.body(), Frames.compose(back, now));
      }
    }
  }

  private Optional<Pose> spot(ObjectKind kind, String place) {
    ScenePlacer placer = new ScenePlacer(kitchen.kitchen(), kitchen.jointPositions(), random);
    for (Thing thing : kitchen.things()) {
      placer.occupy(thing.kind(), kitchen.bullet().pose(thing.body()));
    }
    return kitchen.kitchen().site(place).flatMap(site -> placer.place(kind, site));
  }

  private void letGo(Thing thing) {
    if (robot.held().filter(held -> held.body().equals(thing.body())).isPresent()) {
      robot.release();
    }
  }
}
