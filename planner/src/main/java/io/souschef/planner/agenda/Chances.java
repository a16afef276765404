package io.souschef.planner.agenda;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.WorldSketch;

/** How likely skills are to succeed in worlds that are only thought of. Used by one thread. */
@FunctionalInterface
public interface Chances {

  /** P(success) of a skill that is begun in a world, in [0, 1]. */
  double of(GroundedSkill skill, WorldSketch world);
}
