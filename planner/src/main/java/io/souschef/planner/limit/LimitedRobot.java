package io.souschef.planner.limit;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A robot that begins no skill once a limit is reached and cancels one that runs into it, so that
 * whatever plans ends as if it had been canceled. Used by one thread.
 */
final class LimitedRobot extends ForwardingRobot {

  private final Meter meter;
  private @Nullable LimitReached reached;
  private boolean refused;

  LimitedRobot(Robot robot, Meter meter) {
    super(robot);
    this.meter = meter;
  }

  /** The limit by which a skill was canceled or not begun. */
  Optional<LimitReached> reached() {
    return Optional.ofNullable(reached);
  }

  /** Whether the last skill was not begun at all. */
  boolean hasRefused() {
    return refused;
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    Optional<LimitReached> before = meter.reached(0);
    if (before.isPresent()) {
      reached = before.get();
      refused = true;
      return new SkillResult.Canceled(0, before.get().words());
    }
    SkillResult result =
        super.execute(
            skill,
            moving -> {
              progress.accept(moving);
              Optional<LimitReached> now = meter.reached(moving.elapsedS());
              if (reached == null && now.isPresent()) {
                reached = now.get();
                cancel();
              }
            });
    meter.add(result.durationS());
    LimitReached limit = reached;
    return limit != null && result instanceof SkillResult.Canceled
        ? new SkillResult.Canceled(result.durationS(), limit.words())
        : result;
  }
}
