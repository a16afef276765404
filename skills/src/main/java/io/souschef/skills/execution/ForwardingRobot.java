package io.souschef.skills.execution;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Vocabulary;
import java.util.function.Consumer;

/** Another robot, of which a subclass changes what it overrides. */
public abstract class ForwardingRobot implements Robot {

  private final Robot robot;

  /**
   * @param robot does everything, and is closed with this one
   */
  protected ForwardingRobot(Robot robot) {
    this.robot = robot;
  }

  @Override
  public Vocabulary vocabulary() {
    return robot.vocabulary();
  }

  @Override
  public Observation observe() {
    return robot.observe();
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    return robot.execute(skill, progress);
  }

  @Override
  public Guard guard() {
    return robot.guard();
  }

  @Override
  public void cancel() {
    robot.cancel();
  }

  @Override
  public void emergencyStop() {
    robot.emergencyStop();
  }

  @Override
  public void close() {
    robot.close();
  }
}
