package io.souschef.sim.behavior.run;

import io.souschef.skills.GroundedSkill;

/** How the body does one kind of skill. Stateless: everything it needs is in the run. */
@FunctionalInterface
public interface Behavior {

  /**
   * Does it.
   *
   * @return one sentence for people
   * @throws SkillEnd when it failed or was canceled
   */
  String perform(Run run, GroundedSkill skill);
}
