package io.souschef.sim.behavior.skill;

import io.souschef.sim.behavior.handling.PickUp;
import io.souschef.sim.behavior.motion.Contents;
import io.souschef.sim.behavior.motion.HandlePull;
import io.souschef.sim.behavior.motion.Looker;
import io.souschef.sim.behavior.run.Behavior;
import io.souschef.sim.behavior.run.Run;
import io.souschef.sim.behavior.run.SkillEnd;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.physics.part.Body;
import io.souschef.sim.physics.part.Door;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.FailureReason;
import java.util.Locale;
import java.util.Optional;

/** Opens or closes a door or drawer by its handle. */
public final class OpenClose implements Behavior {

  /** Part of the way within which a door counts as closed. */
  private static final double CLOSED_SHARE = 0.08;

  private final boolean opens;

  public OpenClose(boolean opens) {
    this.opens = opens;
  }

  @Override
  public String perform(Run run, GroundedSkill skill) {
    Site site = run.site(skill.place().orElse(""));
    Door door =
        run.kitchenWorld()
            .door(site.name())
            .orElseThrow(
                () ->
                    SkillEnd.failed(
                        FailureReason.REJECTED, "The %s has no door".formatted(site.name())));
    if (!run.isAt(site)) {
      throw SkillEnd.failed(
          FailureReason.UNREACHABLE, "The robot does not stand at the " + site.name());
    }
    String done = opens ? "Opened the " : "Closed the ";
    if (isDone(run, door)) {
      new Looker(run).lookAt(site);
      return done + site.name();
    }
    PickUp.requireEmptyHand(run);
    if (!opens) {
      new Contents(run, site, door).requireRoomToClose();
    }
    run.phase("reaching for the handle", 0.2);
    double goal = opens ? door.part().joint().open() : 0;
    Optional<Body> hit = new HandlePull(run, site, door).pull(goal);
    run.waitFor(1);
    run.phase("looking", 0.9);
    new Looker(run).lookAt(site);
    if (!isDone(run, door)) {
      throw SkillEnd.failed(
          FailureReason.BLOCKED_GRASP,
          String.format(
              Locale.ROOT,
              "The %s moved only to %.0f%% of its way%s",
              site.name(),
              100 * run.kitchenWorld().position(door) / door.part().joint().open(),
              hit.map(": the %s is in the way"::formatted).orElse("")));
    }
    return done + site.name();
  }

  private boolean isDone(Run run, Door door) {
    double position = run.kitchenWorld().position(door);
    return opens
        ? door.part().joint().isOpen(position)
        : position / door.part().joint().open() < CLOSED_SHARE;
  }
}
