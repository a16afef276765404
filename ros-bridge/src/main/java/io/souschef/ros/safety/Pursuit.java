package io.souschef.ros.safety;

import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.transport.RosTransport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes after what was told to stop until the robot has said that it did: cancels it again every
 * second and whenever the link comes back, and says every second what is not known. Thread-safe.
 */
final class Pursuit implements AutoCloseable {

  private static final long AGAIN_MS = 1000;

  private final RosTransport transport;
  private final StopProcedure procedure;
  private final Duration confirm;
  private final Consumer<RobotEvent> events;
  private final ScheduledExecutorService background =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "safety-gate");
            thread.setDaemon(true);
            return thread;
          });

  /** What is pursued now; its latch opens when that is over. */
  private @Nullable Chase chase;

  private boolean givenUp;

  private record Chase(Motion motion, boolean all, long sinceNanos, CountDownLatch ended) {}

  /**
   * A stop whose cancels are under way and whose confirmation is still to come.
   *
   * @param motion what was told to stop, if anything was under way
   * @param all whether goals of others were canceled, too
   * @param sentMs from noticing why to handing over the last cancel, milliseconds
   */
  record Stopping(
      String reason, Optional<Motion> motion, boolean all, double sentMs, long sentNanos) {}

  Pursuit(
      RosTransport transport,
      StopProcedure procedure,
      Duration confirm,
      Consumer<RobotEvent> events) {
    this.transport = transport;
    this.procedure = procedure;
    this.confirm = confirm;
    this.events = events;
  }

  /** Hands over every cancel; does not wait for anything. */
  Stopping begin(String reason, Optional<Motion> motion, boolean all, long noticedNanos) {
    procedure.cancel(motion.map(List::of).orElseGet(List::of), all);
    long sentNanos = System.nanoTime();
    return new Stopping(reason, motion, all, (sentNanos - noticedNanos) / 1e6, sentNanos);
  }

  /** Hands over the cancels of one thing without anything coming of it here. */
  void cancel(Optional<Motion> motion) {
    motion.ifPresent(one -> procedure.cancel(List.of(one), false));
  }

  /** Waits for the robot's word; what does not come is pursued from then on. */
  RobotEvent.Stopped confirm(Stopping stopping) {
    List<String> confirmed = List.of();
    List<String> unconfirmed = List.of();
    if (stopping.motion().isPresent()) {
      Motion motion = stopping.motion().get();
      long until = stopping.sentNanos() + confirm.toNanos();
      if (await(motion, until)) {
        confirmed = List.of(motion.name());
      } else {
        unconfirmed = List.of(words(motion));
      }
    }
    RobotEvent.Stopped stopped =
        new RobotEvent.Stopped(stopping.reason(), stopping.sentMs(), confirmed, unconfirmed);
    events.accept(stopped);
    if (!unconfirmed.isEmpty()) {
      start(stopping);
    }
    return stopped;
  }

  void confirmSoon(Stopping stopping) {
    try {
      background.execute(() -> confirm(stopping));
    } catch (RejectedExecutionException e) {
      // Closed: closing has already stopped everything.
      events.accept(
          new RobotEvent.LinkChanged(transport.connected(), "after the robot was closed"));
    }
  }

  private static String words(Motion motion) {
    return "%s (%s)".formatted(motion.name(), motion.doubt());
  }

  private static boolean await(Motion motion, long until) {
    try {
      motion.over().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return motion.isOver();
    }
  }

  private synchronized void start(Stopping stopping) {
    Motion motion = stopping.motion().orElseThrow();
    if (chase != null && chase.motion() == motion) {
      return;
    }
    Chase next = new Chase(motion, stopping.all(), stopping.sentNanos(), new CountDownLatch(1));
    chase = next;
    var unused = motion.over().thenRun(() -> ended(next));
    again(next, AGAIN_MS);
  }

  private void again(Chase of, long delayMs) {
    try {
      var unused = background.schedule(() -> step(of), delayMs, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      of.ended().countDown();
    }
  }

  private synchronized boolean isCurrent(Chase of) {
    return of.equals(chase);
  }

  private void step(Chase of) {
    if (!isCurrent(of) || of.motion().isOver()) {
      return;
    }
    String where = transport.connected() ? "" : "; the link is down";
    if (transport.connected()) {
      procedure.cancel(List.of(of.motion()), of.all());
    }
    double forS = (System.nanoTime() - of.sinceNanos()) / 1e9;
    events.accept(new RobotEvent.NotConfirmed(forS, words(of.motion()) + where));
    again(of, AGAIN_MS);
  }

  private void ended(Chase of) {
    synchronized (this) {
      if (!of.equals(chase)) {
        return;
      }
      chase = null;
    }
    events.accept(new RobotEvent.StoppedLater(List.of(of.motion().name()), List.of()));
    of.ended().countDown();
  }

  /** Cancels at once what is pursued. */
  void linkIsBack() {
    Chase now;
    synchronized (this) {
      now = chase;
    }
    if (now != null) {
      try {
        background.execute(() -> procedure.cancel(List.of(now.motion()), now.all()));
      } catch (RejectedExecutionException e) {
        now.ended().countDown();
      }
    }
  }

  /** Nothing is pursued any more. */
  void forget() {
    Chase last;
    synchronized (this) {
      last = chase;
      chase = null;
    }
    if (last != null) {
      last.ended().countDown();
    }
  }

  synchronized void giveUp() {
    givenUp = true;
    if (chase != null) {
      chase.ended().countDown();
    }
  }

  /** Waits until nothing is pursued any more, it was given up, or the time is over. */
  void awaitEnd(Duration patience) {
    settle(patience);
    Chase last;
    synchronized (this) {
      last = givenUp ? null : chase;
    }
    try {
      if (last != null && !last.ended().await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        events.accept(new RobotEvent.StoppedLater(List.of(), List.of(words(last.motion()))));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A confirmation that is under way in the background may turn into a pursuit. */
  private void settle(Duration patience) {
    try {
      background
          .submit(() -> {})
          .get(confirm.toMillis() + patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      events.accept(new RobotEvent.LinkChanged(false, "closed before every stop was confirmed"));
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
