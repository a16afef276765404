package io.souschef.web.live.people;

import io.souschef.skills.failure.InvalidInputException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who may pass to the robot: requests that wait, until all are called off or the emergency stop is
 * pressed. Safe for use by any thread.
 */
public final class RequestGate {

  private static final int MOST_QUEUED = 5;

  private final AtomicInteger queued = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean stopped;

  /**
   * Lets a request wait.
   *
   * @return its ticket
   * @throws InvalidInputException when it may not
   */
  public int admit() {
    if (stopped) {
      throw new InvalidInputException("The emergency stop is pressed; release it first");
    }
    if (queued.incrementAndGet() > MOST_QUEUED) {
      queued.decrementAndGet();
      throw new InvalidInputException(
          "%s instructions wait already; wait for the robot or cancel".formatted(MOST_QUEUED));
    }
    return calls.get();
  }

  /** A request's turn has come; returns whether it is still wanted. */
  public boolean pass(int ticket) {
    queued.decrementAndGet();
    return isWanted(ticket);
  }

  /** Whether nobody called it off; also for a request that has passed. */
  public boolean isWanted(int ticket) {
    return ticket == calls.get() && !stopped;
  }

  /** Calls off all that waits. */
  public void callOff() {
    calls.incrementAndGet();
  }

  /** Calls off all that waits and lets nothing pass until {@link #release}. */
  public void stop() {
    stopped = true;
    callOff();
  }

  public void release() {
    stopped = false;
  }

  public boolean isStopped() {
    return stopped;
  }

  /** How many requests wait. */
  public int waiting() {
    return queued.get();
  }
}
