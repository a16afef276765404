package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.handling.Access;
import io.souschef.sim.behavior.handling.PickUp;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.kitchen.Site;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;

/** Picks up an object out of something that stands open. */
public final class TakeOut implements Behavior {

  @Override
  public String perform(Run run, GroundedSkill skill) {
    Site site = run.site(skill.place().orElse(""));
    if (!run.isAt(site)) {
      throw SkillEnd.failed(
          FailureReason.UNREACHABLE, "The robot does not stand at the " + site.name());
    }
    Access.requireOpen(run, site.name());
    String kind = skill.object().orElse("");
    new Looker(run).lookAt(site);
    PickUp.pickUp(run, kind, object -> object.place().filter(site.name()::equals).isPresent());
    return "Took the %s out of the %s".formatted(kind, site.name());
  }
}
