package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.handling.Access;
import io.souschef.sim.behavior.handling.PickUp;
import io.souschef.sim.behavior.handling.PutDown;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Held;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.ObservedObject;
import java.util.Comparator;

/** Picks up one thing and puts it down beside another. */
public final class MoveNear implements Behavior {

  /** Farthest that counts as near, between the centres, metres. */
  private static final double NEAR_M = 0.35;

  @Override
  public String perform(Run run, GroundedSkill skill) {
    String kind = skill.object().orElse("");
    String otherKind = skill.argument("other").orElse("");
    ObservedObject other = other(run, otherKind);
    Site site =
        other
            .place()
            .flatMap(name -> run.kitchen().site(name))
            .orElseThrow(
                () ->
                    SkillEnd.failed(
                        FailureReason.UNREACHABLE, "The %s is on no surface".formatted(otherKind)));
    Access.requireOpen(run, site.name());
    if (run.robot().held().isEmpty()) {
      PickUp.pickUp(run, kind, object -> true);
    }
    Held held = PutDown.requireHeld(run, kind);
    Thing thing = run.thing(held);
    if (!run.isAt(site)) {
      GoTo.arrive(run, site);
    }
    run.phase("putting it down", 0.7);
    new Looker(run).lookAt(other.pose());
    PutDown.place(run, held, thing, site, Frames.position(other(run, otherKind).pose()));
    ObservedObject now = other(run, otherKind);
    if (now.pose().distanceTo(run.world().pose(thing.body())) > NEAR_M) {
      throw SkillEnd.failed(
          FailureReason.NO_ROOM, "There was no room near the %s".formatted(otherKind));
    }
    return "Put the %s near the %s".formatted(kind, otherKind);
  }

  private static ObservedObject other(Run run, String kind) {
    return run.observe()
        .objectsOf(kind)
        .min(
            Comparator.<ObservedObject>comparingInt(o -> Access.isHere(run, o) ? 0 : 1)
                .thenComparing(o -> o.pose().floorDistanceTo(run.robot().base().pose())))
        .orElseThrow(
            () -> SkillEnd.failed(FailureReason.NOT_FOUND, "No %s has been seen".formatted(kind)));
  }
}
