package io.souschef.sim.behavior.handling;

import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.reach.Spots;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.body.Held;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Pose;

/** Puts what is in the hand on or in a place: where the robot stands, or the named one. */
public final class PutDown implements Behavior {

  private static final double LONGEST_FALL_S = 1.5;
  private static final double STILL_M_PER_S = 0.03;

  @Override
  public String perform(Run run, GroundedSkill skill) {
    Held held = requireHeld(run, skill.object().orElse(""));
    Thing thing = run.thing(held);
    Site site = skill.place().map(run::site).or(run::siteHere).orElseThrow(() -> nowhere());
    if (!run.isAt(site)) {
      throw SkillEnd.failed(
          FailureReason.UNREACHABLE, "The robot does not stand at the %s".formatted(site.name()));
    }
    Access.requireOpen(run, site.name());
    Regrasp regrasp = new Regrasp(run);
    place(run, regrasp.isNeeded(site) ? regrasp.level(held, thing, site) : held, thing, site);
    return "Put the %s %s".formatted(thing.kind().noun(), site.place().where());
  }

  /** Puts what is held where there is room. */
  public static void place(Run run, Held held, Thing thing, Site site) {
    place(run, thing, site, new Spots(run, site, held));
  }

  /** Puts what is held as near to a point as there is room. */
  public static void place(Run run, Held held, Thing thing, Site site, Vec3 near) {
    place(run, thing, site, new Spots(run, site, held, near));
  }

  private static void place(Run run, Thing thing, Site site, Spots spots) {
    run.phase("choosing a spot", 0.2);
    new Looker(run).lookAt(site);
    new Releasing(run).release(new Placing(run, site, spots).plan());
    waitUntilStill(run, thing, LONGEST_FALL_S);
    new Looker(run).lookAt(run.world().pose(thing.body()));
    Pose pose = run.world().pose(thing.body());
    if (site.surfacesAt(run.position(site)).stream()
        .noneMatch(surface -> surface.holds(Frames.position(pose)))) {
      throw SkillEnd.failed(
          FailureReason.SLIPPED,
          "The %s did not stay %s".formatted(thing.kind().noun(), site.place().where()));
    }
    run.diary().delivered(thing.id());
  }

  /** What is in the hand, when it is of the kind that was asked for. */
  public static Held requireHeld(Run run, String kind) {
    Held held =
        run.robot()
            .held()
            .orElseThrow(
                () -> SkillEnd.failed(FailureReason.HAND_EMPTY, "There is nothing in the hand"));
    String noun = run.thing(held).kind().noun();
    if (!kind.isEmpty() && !noun.equals(kind)) {
      throw SkillEnd.failed(
          FailureReason.HAND_EMPTY, "There is no %s in the hand but the %s".formatted(kind, noun));
    }
    return held;
  }

  /** Waits until a thing lies still, or for so many seconds. */
  public static void waitUntilStill(Run run, Thing thing, double longestS) {
    double until = run.world().timeS() + longestS;
    run.waitFor(0.1);
    while (run.world().timeS() < until && run.world().speed(thing.body()) > STILL_M_PER_S) {
      run.tick();
    }
  }

  private static SkillEnd nowhere() {
    return SkillEnd.failed(FailureReason.UNREACHABLE, "There is no place here to put things");
  }
}
