package io.souschef.sim.kitchen.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.sim.kitchen.Disturbance;
import io.souschef.sim.kitchen.Disturbance.Effect;
import io.souschef.sim.kitchen.Disturbance.Trigger;
import io.souschef.sim.kitchen.shape.Vec3;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A disturbance as a scene file writes it: a trigger ({@code at_s} or {@code skill}) and one
 * effect.
 */
record DisturbanceEntry(
    @JsonProperty("at_s") @Nullable Double atS,
    @Nullable String skill,
    @Nullable Integer occurrence,
    @Nullable ToPlace move,
    @Nullable String remove,
    @Nullable ToPlace add,
    @JsonProperty("knock_over") @Nullable String knockOver,
    @Nullable String shut,
    @JsonProperty("block_path") @Nullable List<Double> blockPath,
    @JsonProperty("fail_grasps") @Nullable Integer failGrasps) {

  record ToPlace(String object, String to) {}

  Disturbance disturbance() {
    return new Disturbance(trigger(), effect());
  }

  private Trigger trigger() {
    if (skill != null) {
      return new Trigger.AtSkill(skill, occurrence == null ? 1 : occurrence);
    }
    return new Trigger.AtTime(atS == null ? 0 : atS);
  }

  private Effect effect() {
    if (move != null) {
      return new Effect.Move(move.object(), move.to());
    }
    if (remove != null) {
      return new Effect.Remove(remove);
    }
    if (add != null) {
      return new Effect.Add(add.object(), add.to());
    }
    if (knockOver != null) {
      return new Effect.KnockOver(knockOver);
    }
    if (shut != null) {
      return new Effect.Shut(shut);
    }
    if (blockPath != null) {
      return new Effect.BlockPath(
          new Vec3(blockPath.get(0), blockPath.get(1), 0), Optional.empty());
    }
    return new Effect.FailGrasps(failGrasps == null ? 1 : failGrasps);
  }
}
