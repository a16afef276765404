package io.souschef.skills.policy;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.effect.world.WorldSketch;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Guard;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A robot that does not do what a policy forbids, whoever asks: planner, program, script or person.
 * Such a skill fails at once as {@link FailureReason#FORBIDDEN}, in the rule's words, and the robot
 * behind this one never hears of it. Stopping is always allowed.
 */
public final class GuardedRobot extends ForwardingRobot {

  private final Guard guard;

  /**
   * Guards a robot.
   *
   * @param robot closed with this one
   * @param guard of {@link Policy#over}
   */
  public GuardedRobot(Robot robot, Guard guard) {
    super(robot);
    this.guard = both(robot.guard(), guard);
  }

  private static Guard both(Guard first, Guard second) {
    return (skill, now) -> first.objection(skill, now).or(() -> second.objection(skill, now));
  }

  @Override
  public Guard guard() {
    return guard;
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    Optional<String> objection = guard.objection(skill, WorldSketch.of(observe(), vocabulary()));
    return objection.isPresent()
        ? new SkillResult.Failed(0, FailureReason.FORBIDDEN, Guard.sentence(objection.get()))
        : super.execute(skill, progress);
  }
}
