package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.motion.Driver;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.kitchen.Site;
import io.souschef.skills.GroundedSkill;

/** Drives to a place and looks at it. */
public final class GoTo implements Behavior {

  @Override
  public String perform(Run run, GroundedSkill skill) {
    Site site = run.site(skill.place().orElse(""));
    arrive(run, site);
    return "Stopped at the %s".formatted(site.name());
  }

  static void arrive(Run run, Site site) {
    run.phase("driving to the " + site.name(), 0.3);
    new Driver(run).driveTo(site);
    run.diary().arrivedAt(site.name());
    run.phase("looking", 0.9);
    new Looker(run).lookAt(site);
  }
}
