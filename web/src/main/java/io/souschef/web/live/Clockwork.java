package io.souschef.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * How fast time passes in the kitchen, and when it stands still. The driving thread asks between
 * two steps of the world and between two events; any thread may set it. While time stands still,
 * the driving thread still does what a person wants done in the kitchen.
 */
final class Clockwork {

  /** As fast as the machine computes. */
  static final double MAX = Double.POSITIVE_INFINITY;

  private static final long NAP_MS = 20;
  private static final double SLACK_S = 0.25;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
  private volatile double speed;
  private volatile boolean paused;
  private volatile boolean single;

  // Robot time and wall-clock time from which the pace is counted; of the driving thread.
  private double fromS = Double.NaN;
  private long fromNanos;
  private double countedSpeed;

  Clockwork(double speed) {
    this.speed = speed;
  }

  double speed() {
    return speed;
  }

  void setSpeed(double factor) {
    speed = factor;
  }

  boolean isPaused() {
    return paused;
  }

  void pause() {
    paused = true;
  }

  void resume() {
    single = false;
    paused = false;
    wake();
  }

  /** Lets time pass until {@link #stepDone} is called. */
  void step() {
    single = true;
    paused = false;
    wake();
  }

  /** On the driving thread: one step was made. */
  void stepDone() {
    if (single) {
      single = false;
      paused = true;
    }
  }

  /** Has something done on the driving thread, soon. */
  void errand(Runnable work) {
    errands.add(work);
    wake();
  }

  /** On the driving thread: does what waits to be done; returns whether there was something. */
  boolean runErrands() {
    boolean any = false;
    for (Runnable next = errands.poll(); next != null; next = errands.poll()) {
      next.run();
      any = true;
    }
    return any;
  }

  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** On the driving thread: waits while time stands still, unless {@code released}. */
  void waitWhilePaused(BooleanSupplier released) {
    boolean late = runErrands();
    if (late || paused) {
      waitUntil(() -> !paused || released.getAsBoolean());
      fromS = Double.NaN;
    }
  }

  /** On the driving thread: waits for something, doing what is to be done in between. */
  void waitUntil(BooleanSupplier met) {
    while (!met.getAsBoolean()) {
      if (runErrands()) {
        continue;
      }
      lock.lock();
      try {
        boolean unused = changed.await(NAP_MS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        lock.unlock();
      }
    }
  }

  /** On the driving thread: waits until a robot time has come. */
  void keepPace(double robotTimeS) {
    double factor = speed;
    if (Double.isInfinite(factor)) {
      fromS = Double.NaN;
      return;
    }
    double ahead =
        (robotTimeS - fromS) / factor - (System.nanoTime() - fromNanos) / 1e9; // NaN at first
    if (factor != countedSpeed || !(Math.abs(ahead) < SLACK_S)) {
      countedSpeed = factor;
      fromS = robotTimeS;
      fromNanos = System.nanoTime();
    } else if (ahead > 0.004) {
      try {
        TimeUnit.NANOSECONDS.sleep((long) (ahead * 1e9));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Puts into a message whether time stands still and how fast it passes; 0 for at full speed. */
  void describe(ObjectNode state) {
    state.put("paused", isPaused());
    state.put("speed", Double.isInfinite(speed()) ? 0 : speed());
  }
}
