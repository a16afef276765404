package io.souschef.sim.behavior.motion;

import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.sim.kitchen.shape.Joint;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Door;
import io.souschef.sim.physics.part.Thing;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Pose;
import java.util.Optional;

/** What lies in a place with a door or drawer, and whether it goes in with the drawer. */
public final class Contents {

  private static final double SPACING_M = 0.02;

  private final Run run;
  private final Site site;
  private final Door door;

  public Contents(Run run, Site site, Door door) {
    this.run = run;
    this.site = site;
    this.door = door;
  }

  /** Whether a body lies in it as it now stands. */
  boolean holds(Body body) {
    return site.holds(Frames.position(run.world().pose(body)), run.kitchenWorld().position(door));
  }

  /** Fails where something in a drawer stands higher than the box around it is. */
  public void requireRoomToClose() {
    if (door.part().joint().type() != Joint.Type.SLIDER) {
      return;
    }
    for (Thing thing : run.kitchenWorld().things()) {
      Optional<Body> above = holds(thing.body()) ? metOnWayIn(thing) : Optional.empty();
      if (above.isPresent()) {
        throw SkillEnd.failed(
            FailureReason.NO_ROOM,
            "The %s in the %s stands in the way of closing it: it would meet the %s; take it out, or lay it down"
                .formatted(thing.kind().noun(), site.name(), above.get()));
      }
    }
  }

  /** What a thing would meet that went along to where the drawer is shut. */
  private Optional<Body> metOnWayIn(Thing thing) {
    Joint joint = door.part().joint();
    double from = run.kitchenWorld().position(door);
    Pose closed =
        Frames.compose(Frames.inverse(joint.motion(from)), run.world().pose(thing.body()));
    int checks = (int) Math.ceil(from / SPACING_M);
    for (int i = 1; i <= checks; i++) {
      Pose there = Frames.compose(joint.motion(from * (checks - i) / checks), closed);
      Optional<Body> met =
          run.world()
              .contacts()
              .obstacle(
                  thing.kind().shape(),
                  there,
                  body ->
                      body.role() == Body.Role.LOOSE
                          || body.role() == Body.Role.DRIVEN
                          || body.equals(door.body()));
      if (met.isPresent()) {
        return met;
      }
    }
    return Optional.empty();
  }
}
