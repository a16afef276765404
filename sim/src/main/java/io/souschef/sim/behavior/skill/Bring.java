package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.handling.PickUp;
import io.souschef.sim.behavior.handling.PutDown;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Held;
import io.souschef.sim.kitchen.Site;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;

/** Drives to the user with what is in the hand. */
public final class Bring implements Behavior {

  @Override
  public String perform(Run run, GroundedSkill skill) {
    Held held = PutDown.requireHeld(run, "");
    Site user =
        run.kitchen().sites().stream()
            .filter(PickUp::isPerson)
            .findFirst()
            .orElseThrow(
                () ->
                    SkillEnd.failed(FailureReason.NOT_FOUND, "There is no person in this kitchen"));
    String noun = run.thing(held).kind().noun();
    GoTo.arrive(run, user);
    if (run.robot().held().filter(held::equals).isEmpty()) {
      throw SkillEnd.failed(
          FailureReason.SLIPPED, "The %s is no longer in the hand".formatted(noun));
    }
    return "Brought the %s to the %s".formatted(noun, user.name());
  }
}
