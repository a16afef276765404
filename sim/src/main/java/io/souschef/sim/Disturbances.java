package io.souschef.sim;

import io.souschef.sim.behavior.run.Diary;
import io.souschef.sim.body.RobotBody;
import io.souschef.sim.kitchen.Disturbance;
import io.souschef.sim.kitchen.Disturbance.Effect;
import io.souschef.sim.kitchen.Disturbance.Trigger;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.physics.KitchenWorld;
import io.souschef.sim.physics.RandomStream;
import io.souschef.sim.physics.part.Thing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Lets the scene's disturbances strike when their time has come, each once. */
final class Disturbances {

  private static final double DEFAULT_BLOCK_M = 0.4;
  private static final double GRAVITY_M_PER_S2 = 9.81;

  /** How much faster than what would just carry it over its edge. */
  private static final double TOPPLE = 1.4;

  private final KitchenWorld kitchen;
  private final Diary diary;
  private final Meddling meddling;
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
    this.diary = diary;
    this.random = random;
    meddling = new Meddling(kitchen, robot, random);
  }

  /** What a person does to the same world, by the same chance. */
  Meddling meddling() {
    return meddling;
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
      kitchen.door(shut.place()).ifPresent(door -> meddling.swing(door, 0));
    } else if (effect instanceof Effect.BlockPath block) {
      kitchen.block(block.at(), block.sizeM().orElse(DEFAULT_BLOCK_M));
    } else if (effect instanceof Effect.FailGrasps fail) {
      diary.makeSlip(fail.count());
    }
  }

  private void move(Thing thing, String place) {
    meddling
        .spot(thing.kind(), place)
        .ifPresent(
            pose -> {
              meddling.letGo(thing);
              kitchen.bullet().place(thing.body(), pose);
            });
  }

  private void remove(String id) {
    boolean there =
        kitchen.thing(id).isPresent() || kitchen.spills().stream().anyMatch(s -> s.id().equals(id));
    if (there) {
      meddling.remove(id);
    }
  }

  private void add(ObjectKind kind, String place) {
    int number = 1;
    while (kitchen.isUsed(kind.noun() + "-" + number)) {
      number++;
    }
    String id = kind.noun() + "-" + number;
    meddling.spot(kind, place).ifPresent(pose -> kitchen.addObject(id, kind, pose));
  }

  /** Turns a thing about an edge of its foot, fast enough to go over it. */
  private void topple(Thing thing) {
    meddling.letGo(thing);
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
}
