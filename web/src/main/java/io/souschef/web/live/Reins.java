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
    if (stopped || canceled) {
      return new SkillResult.Canceled(0, stopped ? STOPPED : "Canceled by the user");
    }
    SkillResult result = super.execute(skill, progress);
    return stopped && result instanceof SkillResult.Canceled halfway
        ? new SkillResult.Canceled(halfway.durationS(), STOPPED)
        : result;
  }

  /** A person ends it all; a planner's {@link #cancel} only ends the running skill. */
  void drop() {
    canceled = true;
    cancel();
  }

  @Override
  public void emergencyStop() {
    stopped = true;
    super.emergencyStop();
  }

  boolean isDropped() {
    return canceled || stopped;
  }
}
