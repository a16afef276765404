package io.souschef.sim.ideal;

import io.souschef.sim.kitchen.Disturbance;
import io.souschef.sim.kitchen.Disturbance.Effect;
import io.souschef.sim.kitchen.Disturbance.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the world be disturbed before a skill. A blocked path and slipping grasps are physics and
 * mean nothing here. Not thread-safe.
 */
final class IdealDisturbances {

  private final List<Disturbance> waiting;
  private final Map<String, Integer> occurrences = new HashMap<>();

  IdealDisturbances(List<Disturbance> disturbances) {
    waiting = new ArrayList<>(disturbances);
  }

  /** Applies what is due before a skill. */
  void before(String action, double timeS, IdealWorld world) {
    int occurrence = occurrences.merge(action, 1, Integer::sum);
    waiting.removeIf(
        disturbance -> {
          boolean due = isDue(disturbance.trigger(), action, occurrence, timeS);
          if (due) {
            apply(disturbance.effect(), world);
          }
          return due;
        });
  }

  private static boolean isDue(Trigger trigger, String action, int occurrence, double timeS) {
    if (trigger instanceof Trigger.AtSkill at) {
      return at.action().equals(action) && at.occurrence() == occurrence;
    }
    return trigger instanceof Trigger.AtTime at && at.timeS() <= timeS;
  }

  private static void apply(Effect effect, IdealWorld world) {
    if (effect instanceof Effect.Move move) {
      world.object(move.object()).ifPresent(object -> world.put(object, move.place()));
    } else if (effect instanceof Effect.Remove remove) {
      world.remove(remove.object());
    } else if (effect instanceof Effect.Add add) {
      world.kitchen().catalog().kind(add.kind()).ifPresent(kind -> world.add(kind, add.place()));
    } else if (effect instanceof Effect.KnockOver knock) {
      world.object(knock.object()).ifPresent(world::layDown);
    } else if (effect instanceof Effect.Shut shut) {
      world.setOpen(shut.place(), false);
    }
  }
}
