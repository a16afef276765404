package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.handling.PutDown;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.motion.Strokes;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Held;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.physics.part.Spill;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.List;

/** Wipes a surface with what is in the hand: over every spill, or the middle when there is none. */
public final class Wipe implements Behavior {

  /** Attribute of what one can wipe with. */
  private static final String WIPES = "absorbent";

  @Override
  public String perform(Run run, GroundedSkill skill) {
    Held held = PutDown.requireHeld(run, "");
    Thing cloth = run.thing(held);
    if (!cloth.kind().is(WIPES)) {
      throw SkillEnd.failed(
          FailureReason.HAND_EMPTY,
          "There is nothing to wipe with in the hand, only the " + cloth.kind().noun());
    }
    Site site = run.site(skill.place().orElse(""));
    if (!run.isAt(site)) {
      throw SkillEnd.failed(
          FailureReason.UNREACHABLE, "The robot does not stand at the " + site.name());
    }
    run.phase("looking", 0.1);
    new Looker(run).lookAt(site);
    Strokes strokes = new Strokes(run, site, held);
    List<Pose> spots = spills(run, site);
    if (spots.isEmpty()) {
      strokes.wipeAnywhere();
    }
    for (Pose spot : spots) {
      strokes.wipe(spot);
    }
    run.diary().wiped(site.name());
    new Looker(run).lookAt(site);
    if (!remaining(run, site).isEmpty()) {
      throw SkillEnd.failed(
          FailureReason.BLOCKED_GRASP, "There is still a spill on the %s".formatted(site.name()));
    }
    return "Wiped the %s".formatted(site.name());
  }

  private static List<Pose> spills(Run run, Site site) {
    return run.observe().objects().stream()
        .filter(seen -> seen.place().filter(site.name()::equals).isPresent())
        .filter(
            seen ->
                run.kitchen().catalog().kind(seen.kind()).filter(ObjectKind::isSpill).isPresent())
        .map(ObservedObject::pose)
        .toList();
  }

  private static List<Spill> remaining(Run run, Site site) {
    return run.kitchenWorld().spills().stream()
        .filter(
            spill ->
                site.surfaces().stream()
                    .anyMatch(s -> s.covers(spill.pose().x(), spill.pose().y(), 0)))
        .toList();
  }
}
