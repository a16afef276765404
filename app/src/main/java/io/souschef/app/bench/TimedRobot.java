package io.souschef.app.bench;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Notes how long another robot takes from the start of each skill until what it did is perceived.
 */
final class TimedRobot extends ForwardingRobot {

  private final List<Double> skillsMs = new ArrayList<>();
  private double executedMs = Double.NaN;

  TimedRobot(Robot robot) {
    super(robot);
  }

  /** One time for each skill, milliseconds. */
  List<Double> skillsMs() {
    return List.copyOf(skillsMs);
  }

  @Override
  public Observation observe() {
    long begun = System.nanoTime();
    Observation observation = super.observe();
    if (!Double.isNaN(executedMs)) {
      skillsMs.add(executedMs + (System.nanoTime() - begun) / 1e6);
      executedMs = Double.NaN;
    }
    return observation;
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    long begun = System.nanoTime();
    SkillResult result = super.execute(skill, progress);
    executedMs = (System.nanoTime() - begun) / 1e6;
    return result;
  }
}
