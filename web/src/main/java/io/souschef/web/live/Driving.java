package io.souschef.web.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.planner.Instruction;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.picture.PlacedShape;
import io.souschef.web.live.mind.Brain;
import io.souschef.web.live.people.Broadcast;
import io.souschef.web.live.people.Questions;
import io.souschef.web.replay.MotionLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives the robot and shows what happens. Thread: the one that owns the world, except where it
 * says otherwise.
 */
final class Driving {

  private static final long FRAME_NANOS = 33_000_000;

  private final Clockwork clockwork;
  private final Broadcast broadcast;
  private final Episodes episodes;
  private final Runnable changed;
  private volatile @Nullable SimulatedRobot robot;
  private volatile @Nullable Reins reins;
  private volatile int request;
  private volatile double timeS;
  private @Nullable MotionLog motion;
  private long shownNanos;

  /**
   * @param changed called when something begins or ends
   */
  Driving(Clockwork clockwork, Broadcast broadcast, Episodes episodes, Runnable changed) {
    this.clockwork = clockwork;
    this.broadcast = broadcast;
    this.episodes = episodes;
    this.changed = changed;
  }

  /** Goes on in another kitchen. */
  void enter(SimulatedRobot next) {
    robot = next;
    next.onStep(this::afterStep);
    showNow();
  }

  SimulatedRobot robot() {
    SimulatedRobot now = robot;
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

  /** Carries out an instruction. */
  void perform(Brain brain, Instruction instruction, Map<String, String> about, long seed) {
    int number = request + 1;
    Path folder = episodes.create(number);
    SimulatedRobot body = robot();
    Reins held = new Reins(body);
    Map<String, String> surroundings = new TreeMap<>(about);
    surroundings.put("seed", Long.toString(seed));
    surroundings.put("request", Integer.toString(number));
    request = number;
    reins = held;
    changed.run();
    try (Trace trace = Trace.create(folder.resolve(Episodes.TRACE));
        MotionLog log = MotionLog.create(folder, body.worldState().initial().kitchen())) {
      motion = log;
      log.moved(body.timeS(), body.moving());
      Consumer<EpisodeEvent> listener = trace.andThen(log).andThen(this::happened);
      brain.run(instruction, held, surroundings, listener);
    } finally {
      motion = null;
      reins = null;
      clockwork.stepDone();
      showNow();
    }
  }

  /** Lets what was moved by hand come to rest. */
  void settle(double longestS) {
    robot().rest(longestS);
    showNow();
  }

  /** Shows how everything is now. */
  void showNow() {
    SimulatedRobot body = robot();
    List<PlacedShape> moving = body.moving();
    timeS = body.timeS();
    broadcast.frame(body.timeS(), moving);
    if (motion != null) {
      motion.moved(body.timeS(), moving);
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

  /** Stops all motion; any thread. */
  void emergencyStop() {
    Reins held = reins;
    SimulatedRobot body = robot;
    if (held != null) {
      held.emergencyStop();
    } else if (body != null) {
      body.emergencyStop();
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
    var message = Episodes.message(request, robot().timeS(), event);
    if (event instanceof EpisodeEvent.SkillProgressed) {
      broadcast.tell(message);
    } else {
      broadcast.happened(message);
    }
    if (event instanceof EpisodeEvent.Decided) {
      clockwork.stepDone();
      changed.run();
    }
    if (!(event instanceof EpisodeEvent.Ended)) {
      clockwork.waitWhilePaused(this::isDropped);
    }
  }

  private void afterStep() {
    SimulatedRobot body = robot();
    double now = body.timeS();
    timeS = now;
    if (motion != null && motion.isDue(now)) {
      motion.moved(now, body.moving());
    }
    long nanos = System.nanoTime();
    if (nanos - shownNanos >= FRAME_NANOS) {
      shownNanos = nanos;
      broadcast.frame(now, body.moving());
    }
    clockwork.waitWhilePaused(this::isDropped);
    clockwork.keepPace(now);
  }

  /** Puts into a message what is at work, and since when the robot has worked, seconds. */
  void describe(ObjectNode state, boolean isStopped) {
    state.put("status", isStopped ? "stopped" : isWorking() ? "working" : "idle");
    state.put("request", request());
    state.put("t", Math.round(timeS() * 1e3) / 1e3);
  }
}
