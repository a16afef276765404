package io.souschef.web.live.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.skills.execution.Robot;
import java.util.List;
import java.util.Optional;

/** A robot and what can be shown of it. Thread: the one that drives it. */
public interface Body {

  /** What skills are given to. */
  Robot robot();

  /** What does not move, as pages read it. */
  ObjectNode scene();

  /** Everything that can move, where it is now. */
  List<PlacedShape> moving();

  /** Robot time, seconds. */
  double timeS();

  /** Sets who is called after each step of the world, or when something new was perceived. */
  void onStep(Runnable listener);

  /** Whether its time is ours: it stands still while nobody lets it pass. */
  boolean isSimulated();

  /** The kitchen whose motion is recorded; empty where only the robot's perception is known. */
  Optional<Kitchen> recorded();

  /**
   * Unlocks the emergency stop.
   *
   * @throws io.souschef.skills.failure.InvalidInputException where that is not done from here
   */
  void releaseStop();

  /** Lets what was moved by hand come to rest, seconds of robot time at most. */
  void settle(double longestS);
}
