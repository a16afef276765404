package io.souschef.rosbridge.safety;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.event.RobotEvent;
import io.souschef.rosbridge.message.TypeName;
import io.souschef.rosbridge.transport.ClientGoal;
import io.souschef.rosbridge.transport.LinkEvent;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.RosTransport.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The only way by which goals reach a robot. Nothing passes before it is armed; a stop cancels
 * every goal on every way there is, waits for the robot's word, and lets nothing pass until it is
 * armed again. Safe for use by many threads.
 */
public final class SafetyGate implements AutoCloseable {

  /** Whether goals pass. */
  public enum State {
    /** Not yet. */
    DISARMED,
    /** They do. */
    ARMED,
    /** Not since a stop; arming again lets them. */
    HELD,
    /** Never again. */
    EMERGENCY
  }

  private final RosTransport transport;
  private final Consumer<RobotEvent> events;
  private final Duration confirm;
  private final StopProcedure procedure;
  private final Set<ClientGoal> running = ConcurrentHashMap.newKeySet();
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "safety-gate");
            thread.setDaemon(true);
            return thread;
          });
  private final Registration watch;
  private State state = State.DISARMED;
  private String reason = "it was not armed yet";
  private boolean unsure;

  /**
   * A gate.
   *
   * @param actions full names of every action that may be started
   * @param confirm how long to wait for the robot's word that it has stopped
   */
  public SafetyGate(
      RosTransport transport, Set<String> actions, Duration confirm, Consumer<RobotEvent> events) {
    this.transport = transport;
    this.events = events;
    this.confirm = confirm;
    this.procedure = new StopProcedure(transport, Set.copyOf(actions), confirm);
    this.watch = transport.watch(this::linkChanged);
  }

  /**
   * Lets goals pass from now on.
   *
   * @throws IllegalStateException after an emergency stop, or while the link is down
   */
  public synchronized void arm() {
    if (state == State.EMERGENCY) {
      throw new IllegalStateException(
          "The robot was stopped in an emergency; start anew to arm it");
    }
    if (!transport.connected()) {
      throw new IllegalStateException("The link to the robot is down; arm it when it is back");
    }
    if (state != State.ARMED) {
      state = State.ARMED;
      reason = "";
      events.accept(new RobotEvent.Armed());
    }
  }

  /** Arms again when this stop, and nothing since, is why nothing passes. */
  public synchronized void resumeAfter(String why) {
    if (state == State.HELD && reason.equals(why)) {
      arm();
    }
  }

  public synchronized State state() {
    return state;
  }

  /** Why nothing passes; empty while it is armed. */
  public synchronized String reason() {
    return reason;
  }

  /**
   * Sends a goal and keeps it in view until it has ended.
   *
   * @throws IllegalStateException when the gate is not armed, or the link is down
   */
  public ClientGoal send(
      String action, TypeName type, ObjectNode goal, Consumer<ObjectNode> feedback) {
    synchronized (this) {
      if (state != State.ARMED) {
        throw new IllegalStateException("The robot is not armed: " + reason);
      }
      if (!transport.connected()) {
        // The link went before there was a goal to stop: what is sent now would never be answered.
        state = State.HELD;
        reason = "the link was lost before " + action + " was sent";
        throw new IllegalStateException("The robot was not told: " + reason);
      }
      ClientGoal sent = transport.send(action, type, goal, feedback);
      running.add(sent);
      var unused = sent.outcome().thenRun(() -> running.remove(sent));
      return sent;
    }
  }

  /**
   * Cancels every goal and lets nothing pass until armed again. Every cancel is handed over before
   * this waits for the robot's word.
   */
  public RobotEvent.Stopped stop(String why) {
    return stop(why, State.HELD, System.nanoTime());
  }

  /** Cancels every goal and lets nothing pass ever again. */
  public RobotEvent.Stopped emergencyStop(String why) {
    return stop(why, State.EMERGENCY, System.nanoTime());
  }

  private RobotEvent.Stopped stop(String why, State next, long noticed) {
    List<ClientGoal> goals;
    synchronized (this) {
      if (state != State.EMERGENCY) {
        state = next;
        reason = why;
      }
      goals = List.copyOf(running);
      unsure = true;
    }
    RobotEvent.Stopped stopped = procedure.stop(why, goals, noticed);
    synchronized (this) {
      unsure = !stopped.unconfirmed().isEmpty();
    }
    events.accept(stopped);
    if (!stopped.unconfirmed().isEmpty() && transport.connected()) {
      inBackground(this::stopAgainIfUnsure);
    }
    return stopped;
  }

  /** Stops from a thread that must not wait, such as the transport's. */
  public void stopSoon(String why, boolean emergency) {
    long noticed = System.nanoTime();
    // The cancels themselves do not wait for their turn.
    synchronized (this) {
      if (state == State.ARMED) {
        state = State.HELD;
        reason = why;
      }
      running.forEach(ClientGoal::cancel);
    }
    inBackground(() -> stop(why, emergency ? State.EMERGENCY : State.HELD, noticed));
  }

  private void inBackground(Runnable task) {
    try {
      background.execute(task);
    } catch (RejectedExecutionException e) {
      // Closed: closing has already stopped everything.
      events.accept(
          new RobotEvent.LinkChanged(transport.connected(), "after the robot was closed"));
    }
  }

  private void linkChanged(LinkEvent event) {
    if (event instanceof LinkEvent.Down down) {
      events.accept(new RobotEvent.LinkChanged(false, down.reason()));
      String why = "the link was lost: " + down.reason();
      boolean moving;
      synchronized (this) { // A goal that is just being sent counts.
        moving = !running.isEmpty();
        if (state == State.HELD) {
          reason = why; // Whatever it was stopped for, it does not resume by itself now.
        }
      }
      if (moving) {
        stopSoon(why, false);
      }
    } else if (event instanceof LinkEvent.Up) {
      events.accept(new RobotEvent.LinkChanged(true, "the link works"));
      inBackground(this::stopAgainIfUnsure);
    }
  }

  private void stopAgainIfUnsure() {
    synchronized (this) {
      if (!unsure) {
        return;
      }
    }
    RobotEvent.StoppedLater later = procedure.stopAgain();
    synchronized (this) {
      unsure = !later.unconfirmed().isEmpty();
    }
    events.accept(later);
  }

  /** Stops what runs and lets nothing pass any more. */
  @Override
  public void close() {
    if (!running.isEmpty()) {
      stop("the program ends");
    }
    watch.close();
    background.shutdown();
    try {
      if (!background.awaitTermination(2 * confirm.toMillis(), TimeUnit.MILLISECONDS)) {
        events.accept(new RobotEvent.LinkChanged(false, "closed before every stop was confirmed"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
