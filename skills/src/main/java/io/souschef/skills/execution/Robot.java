package io.souschef.skills.execution;

import io.souschef.skills.GroundedSkill;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Vocabulary;
import java.util.function.Consumer;

/**
 * A robot, simulated or real. One thread at a time calls {@link #observe} and {@link #execute};
 * {@link #cancel} and {@link #emergencyStop} may be called from any thread.
 *
 * <pre>{@code
 * try (Robot robot = new SimulatedRobot(scene, 1)) {
 *   GroundedSkill go =
 *       SkillLibrary.standard()
 *           .parse("go to the table", robot.vocabulary(), robot.observe())
 *           .orElseThrow();
 *   SkillResult result = robot.execute(go, progress -> System.out.println(progress.phase()));
 * }
 * }</pre>
 *
 * <p>An implementation extends {@code RobotContract} in its tests, and a {@link RobotProvider}
 * brings it to the command line.
 */
public interface Robot extends AutoCloseable {

  /** The words this robot has for objects and places. Does not change while the robot lives. */
  Vocabulary vocabulary();

  /** What is perceived now. */
  Observation observe();

  /**
   * Executes one skill and returns when it has ended.
   *
   * @param progress called on the executing thread, at least once for a skill that takes longer
   *     than a second of robot time
   * @return succeeded, failed with a reason, or canceled; never null
   * @throws IllegalArgumentException when the skill's arguments are not in the {@link #vocabulary}
   * @throws IllegalStateException when another skill is running or the robot is closed
   */
  SkillResult execute(GroundedSkill skill, Consumer<Progress> progress);

  /** What it will not do, whoever asks. Does not change while the robot lives. */
  default Guard guard() {
    return Guard.NONE;
  }

  /** Ends the running skill in a controlled stop; without effect when none runs. */
  void cancel();

  /** Stops all motion at once and refuses skills from then on. */
  void emergencyStop();

  @Override
  void close();
}
