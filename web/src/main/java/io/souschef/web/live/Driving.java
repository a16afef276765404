package io.souschef.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.Instruction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.web.live.body.Body;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.people.Broadcast;
import io.souschef.web.live.people.Questions;
import io.souschef.web.replay.MotionLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives the robot and shows what happens. Thread: the one that owns the world, except where it
 * says otherwise.
 */
final class Driving {

  private final Clockwork clockwork;
  private final Broadcast broadcast;
  private final Episodes episodes;
  private final Runnable changed;
  private final Object telling = new Object();
  private volatile @Nullable Body body;
  private volatile @Nullable Reins reins;
  private volatile int request;
  private volatile double timeS;
  private @Nullable MotionLog motion;
  // Guarded by "telling": a real robot reports on threads of its own.
  private @Nullable Consumer<EpisodeEvent> trace;

  /**
   * @param changed called when something begins or ends
   */
  Driving(Clockwork clockwork, Broadcast broadcast, Episodes episodes, Runnable changed) {
    this.clockwork = clockwork;
    this.broadcast = broadcast;
    this.episodes = episodes;
    this.changed = changed;
  }

  /** Goes on with another robot, or in another kitchen. */
  void enter(Body next) {
    body = next;
    next.onStep(this::afterStep);
    showNow();
  }

  boolean hasBody() {
    return body != null;
  }

  Body body() {
    Body now = body;
    if (now == null) {
      throw new IllegalStateException("No kitchen has been entered");
    }
    return now;
  }

  /** Robot time, seconds; any thread. */
  double timeS() {
    return timeS;
  }

  /** Whether an instruction is being carried out; any thread. */
  boolean isWorking() {
    return reins != null;
  }

  /** The number of the newest request, from 1; any thread. */
  int request() {
    return request;
  }

  /**
   * Carries out an instruction.
   *
   * @param about what the trace records of the surroundings
   * @param begins given the reins once any thread can pull them
   */
  void perform(
      Brain brain, Instruction instruction, Map<String, String> about, Consumer<Reins> begins) {
    int number = request + 1;
    Path folder = episodes.create(number);
    Body driven = body();
    Reins held = new Reins(driven.robot());
    Map<String, String> surroundings = new TreeMap<>(about);
    surroundings.put("request", Integer.toString(number));
    MotionLog log =
        driven.recorded().map(kitchen -> MotionLog.create(folder, kitchen)).orElse(null);
    request = number;
    reins = held;
    begins.accept(held);
    changed.run();
    try (Trace lines = Trace.create(folder.resolve(Episodes.TRACE))) {
      motion = log;
      if (log != null) {
        log.moved(driven.timeS(), driven.moving());
      }
      Consumer<EpisodeEvent> kept = log == null ? lines : lines.andThen(log);
      synchronized (telling) {
        trace = kept;
      }
      brain.run(instruction, held, surroundings, this::happened);
    } finally {
      synchronized (telling) {
        trace = null;
      }
      motion = null;
      if (log != null) {
        log.close();
      }
      reins = null;
      clockwork.stepDone();
      showNow();
    }
  }

  /** Lets what was moved by hand come to rest. */
  void settle(double longestS) {
    body().settle(longestS);
    showNow();
  }

  /** Shows how everything is now. */
  void showNow() {
    Body shown = body();
    List<PlacedShape> moving = shown.moving();
    timeS = shown.timeS();
    broadcast.frame(timeS, moving);
    if (motion != null) {
      motion.moved(timeS, moving);
    }
  }

  /** Ends what is being done; any thread. */
  void cancel() {
    Reins held = reins;
    if (held != null) {
      held.drop();
    }
    clockwork.wake();
  }

  /**
   * Stops all motion; any thread.
   *
   * @param hand has the robot stopped; where its word is waited for, on another thread
   */
  void emergencyStop(Executor hand) {
    Reins held = reins;
    Body stopped = body;
    if (held != null) {
      held.pressStop();
    }
    if (stopped != null) {
      hand.execute(stopped.robot()::emergencyStop);
    }
    clockwork.wake();
  }

  /** Waits for an answer; returns whether it came. */
  boolean answered(Questions questions) {
    clockwork.waitUntil(() -> questions.isAnswered() || isDropped());
    return questions.isAnswered();
  }

  private boolean isDropped() {
    Reins held = reins;
    return held == null || held.isDropped();
  }

  private void happened(EpisodeEvent event) {
    tell(event);
    if (event instanceof EpisodeEvent.Decided) {
      clockwork.stepDone();
      changed.run();
    }
    // Whoever executes a real skill must not be held up: its time goes on.
    boolean holds = body().isSimulated() || !(event instanceof EpisodeEvent.SkillProgressed);
    if (holds && !(event instanceof EpisodeEvent.Ended)) {
      clockwork.waitWhilePaused(this::isDropped);
    }
  }

  /** Puts an event into the trace of the request at work, and shows it; any thread. */
  void tell(EpisodeEvent event) {
    synchronized (telling) {
      if (trace != null) {
        trace.accept(event);
      }
      var message = Episodes.message(request, timeS, event);
      if (event instanceof EpisodeEvent.SkillProgressed) {
        broadcast.tell(message);
      } else {
        broadcast.happened(message);
      }
    }
  }

  private void afterStep() {
    Body stepped = body();
    double now = stepped.timeS();
    timeS = now;
    if (motion != null && motion.isDue(now)) {
      motion.moved(now, stepped.moving());
    }
    if (broadcast.wantsFrame()) {
      broadcast.frame(now, stepped.moving());
    }
    if (stepped.isSimulated()) {
      clockwork.waitWhilePaused(this::isDropped);
      clockwork.keepPace(now);
    }
  }

  /** Puts into a message what is at work, and since when the robot has worked, seconds. */
  void describe(ObjectNode state, boolean isStopped) {
    state.put("status", isStopped ? "stopped" : isWorking() ? "working" : "idle");
    state.put("request", request());
    state.put("t", Math.round(timeS() * 1e3) / 1e3);
  }
}
