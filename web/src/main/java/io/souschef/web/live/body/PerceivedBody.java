package io.souschef.web.live.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.ForwardingRobot;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Observation;
import io.souschef.web.replay.Perceived;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A robot of which there is only what it perceives. It is looked at whenever it observes, and a few
 * times a second while a skill runs. Thread: the one that drives it; what was perceived last may be
 * asked by any.
 */
public final class PerceivedBody implements Body {

  private static final long GLANCE_NANOS = 200_000_000;

  private final Watched robot;
  private final Perceived perceived;
  private Runnable listener = () -> {};
  private volatile Observation latest;
  private volatile String trouble = "";

  /**
   * Looks for the first time.
   *
   * @throws RobotException when nothing is perceived
   */
  public PerceivedBody(Robot real) {
    robot = new Watched(real);
    latest = real.observe();
    perceived = Perceived.from(json(latest).path("places"));
  }

  private static ObjectNode json(Observation observation) {
    return (ObjectNode) Trace.json(new EpisodeEvent.Observed(1, observation)).path("observation");
  }

  /** Looks again, where no skill runs; what goes wrong is told by {@link #trouble}. */
  public void look() {
    try {
      Observation unused = robot.observe();
    } catch (RobotException e) {
      trouble = String.valueOf(e.getMessage());
    }
  }

  /** What was perceived last; any thread. */
  public Observation latest() {
    return latest;
  }

  /** Why nothing is perceived now; empty when something is. Any thread. */
  public String trouble() {
    return trouble;
  }

  private void saw(Observation observation) {
    latest = observation;
    trouble = "";
    listener.run();
  }

  @Override
  public Robot robot() {
    return robot;
  }

  @Override
  public ObjectNode scene() {
    return perceived.scene();
  }

  @Override
  public List<PlacedShape> moving() {
    return perceived.shapes(json(latest));
  }

  @Override
  public double timeS() {
    return latest.timeS();
  }

  @Override
  public void onStep(Runnable afterNews) {
    listener = afterNews;
  }

  @Override
  public boolean isSimulated() {
    return false;
  }

  @Override
  public Optional<Kitchen> recorded() {
    return Optional.empty();
  }

  @Override
  public void releaseStop() {
    throw new InvalidInputException(
        "An emergency stop of a real robot is not released from here: see that it is safe, and"
            + " start serve anew");
  }

  @Override
  public void settle(double longestS) {
    // Nothing is moved by hand that we would know of.
  }

  /** The robot, looked at while it works. */
  private final class Watched extends ForwardingRobot {
    private long glancedNanos;

    Watched(Robot real) {
      super(real);
    }

    @Override
    public Observation observe() {
      Observation observation = super.observe();
      saw(observation);
      return observation;
    }

    @Override
    public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
      return super.execute(
          skill,
          news -> {
            progress.accept(news);
            if (System.nanoTime() - glancedNanos > GLANCE_NANOS) {
              glance();
              glancedNanos = System.nanoTime();
            }
          });
    }

    /** Not every robot can be asked while it works; it is looked at again when it is done. */
    private void glance() {
      try {
        Observation unused = observe();
      } catch (RobotException | IllegalStateException e) {
        return;
      }
    }
  }
}
