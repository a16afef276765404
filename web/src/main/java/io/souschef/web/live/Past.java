package io.souschef.web.live;

import io.souschef.sim.SimulatedRobot;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The kitchen as it was before each of the last changes. Thread: the one that drives. */
final class Past {

  private static final int KEPT = 12;

  /** A moment to go back to. */
  record Moment(String before, SimulatedRobot robot) {}

  private final Deque<Moment> moments = new ArrayDeque<>();
  private volatile int size;

  /** Remembers how everything is now. */
  void remember(String before, SimulatedRobot robot) {
    moments.push(new Moment(before, robot.fork()));
    if (moments.size() > KEPT) {
      moments.removeLast();
    }
    size = moments.size();
  }

  /** Takes the newest moment; throws when there is none. */
  Moment back() {
    if (moments.isEmpty()) {
      throw new InvalidInputException("There is nothing to go back to");
    }
    Moment moment = moments.pop();
    size = moments.size();
    return moment;
  }

  void forget() {
    moments.clear();
    size = 0;
  }

  /** How many moments there are; any thread. */
  int size() {
    return size;
  }
}
