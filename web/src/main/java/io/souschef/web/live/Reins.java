package io.souschef.web.live;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import java.util.function.Consumer;

/**
 * A robot that a person may stop at any moment, also while the planner still thinks: what it thinks
 * of next is then not begun.
 */
final class Reins extends ForwardingRobot {

  private static final String STOPPED = "The emergency stop was pressed";

  private volatile boolean canceled;
  private volatile boolean stopped;

  Reins(Robot robot) {
    super(robot);
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    if (isDropped()) {
      return canceled(0);
    }
    SkillResult result = super.execute(skill, progress);
    if (!isDropped() || result.succeeded()) {
      return result;
    }
    // What a robot refused or broke off because it was told to end is no failure to plan around.
    return result instanceof SkillResult.Canceled halfway && !stopped
        ? halfway
        : canceled(result.durationS());
  }

  private SkillResult canceled(double durationS) {
    return new SkillResult.Canceled(durationS, stopped ? STOPPED : "Canceled by the user");
  }

  /** A person ends it all; a planner's {@link #cancel} only ends the running skill. */
  void drop() {
    canceled = true;
    cancel();
  }

  /** Nothing more is begun; the robot itself is stopped by {@link #emergencyStop}. */
  void pressStop() {
    stopped = true;
  }

  @Override
  public void emergencyStop() {
    pressStop();
    super.emergencyStop();
  }

  boolean isDropped() {
    return canceled || stopped;
  }
}
