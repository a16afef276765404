package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.handling.Access;
import io.souschef.sim.behavior.handling.PickUp;
import io.souschef.sim.behavior.handling.PutDown;
import io.souschef.sim.behavior.motion.Levelling;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.reach.Grasp;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Angles;
import io.souschef.sim.body.Held;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Extents;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.List;

/**
 * Stands a fallen thing up: grips it from above, across, with the hand pointing to its top, levels
 * the hand, and puts it down.
 */
public final class PlaceUpright implements Behavior {

  private static final double ALIGNED_RAD = 0.2;

  @Override
  public String perform(Run run, GroundedSkill skill) {
    String kind = skill.object().orElse("");
    if (run.robot().held().isEmpty()) {
      ObservedObject seen = PickUp.choose(run, kind, object -> true);
      new Looker(run).lookAt(seen.pose());
      List<ObservedObject> here =
          run.observe().objectsOf(kind).filter(o -> Access.isHere(run, o)).toList();
      if (here.stream().allMatch(ObservedObject::isUpright)) {
        return standing(run, kind, here);
      }
      PickUp.pickUp(run, kind, object -> !object.isUpright(), PlaceUpright::levelsUp);
    }
    Held held = PutDown.requireHeld(run, kind);
    Thing thing = run.thing(held);
    Site site =
        run.siteHere()
            .orElseThrow(
                () ->
                    SkillEnd.failed(
                        FailureReason.UNREACHABLE, "There is no surface here to stand it on"));
    run.phase("turning", 0.6);
    if (run.world().pose(thing.body()).tilt() > ObservedObject.UPRIGHT_TILT) {
      new Levelling(run, held).level();
    }
    PutDown.place(run, held, thing, site);
    if (run.world().pose(thing.body()).tilt() > ObservedObject.UPRIGHT_TILT) {
      throw SkillEnd.failed(
          FailureReason.SLIPPED, "The %s fell over again".formatted(thing.kind().noun()));
    }
    return "Stood the %s up".formatted(thing.kind().noun());
  }

  private static String standing(Run run, String kind, List<ObservedObject> here) {
    boolean fooled =
        here.stream()
            .map(run::recognise)
            .noneMatch(
                thing ->
                    thing.isPresent()
                        && run.world().pose(thing.get().body()).tilt()
                            <= ObservedObject.UPRIGHT_TILT);
    if (fooled) {
      throw SkillEnd.failed(FailureReason.NOT_FOUND, "The %s is not where it was".formatted(kind));
    }
    return "The %s stands already".formatted(kind);
  }

  /** Whether levelling the hand turns the thing's top upwards. */
  private static boolean levelsUp(Grasp grasp, Pose pose) {
    Vec3 top = Extents.axes(pose)[2];
    double towardsTop = Math.atan2(top.y(), top.x());
    return grasp.approach() == Grasp.Approach.TOP
        && Math.abs(Angles.wrap(grasp.hand().yaw() - towardsTop)) < ALIGNED_RAD;
  }
}
