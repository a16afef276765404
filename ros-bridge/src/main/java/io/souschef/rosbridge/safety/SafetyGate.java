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
import java.util.Optional;
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
  public void arm() {
    synchronized (this) {
      if (state == State.EMERGENCY) {
        throw new IllegalStateException(
            "The robot was stopped in an emergency; start anew to arm it");
      }
      if (!transport.connected()) {
        throw new IllegalStateException("The link to the robot is down; arm it when it is back");
      }
      if (state == State.ARMED) {
        return;
      }
      letPass();
    }
    events.accept(new RobotEvent.Armed());
  }

  /** Arms again when this stop, and nothing since, is why nothing passes, and the link works. */
  public void resumeAfter(String why) {
    synchronized (this) {
      if (state != State.HELD || !reason.equals(why) || !transport.connected()) {
        return;
      }
      letPass();
    }
    events.accept(new RobotEvent.Armed());
  }

  private synchronized void letPass() {
    state = State.ARMED;
    reason = "";
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
   * @throws IllegalStateException when the gate is not armed
   */
  public ClientGoal send(
      String action, TypeName type, ObjectNode goal, Consumer<ObjectNode> feedback) {
    synchronized (this) {
      if (state != State.ARMED) {
        throw new IllegalStateException("The robot is not armed: " + reason);
      }
      ClientGoal sent = transport.send(action, type, goal, feedback);
      running.add(sent);
      var unused =
          sent.outcome()
              .thenAccept(
                  outcome -> {
                    // A lost one may still move the robot: it is kept for the stop that follows.
                    if (outcome.isConfirmed()) {
                      running.remove(sent);
                    }
                  });
      return sent;
    }
  }

  /**
   * Cancels every goal and lets nothing pass until armed again. Every cancel is handed over before
   * this waits for the robot's word.
   */
  public RobotEvent.Stopped stop(String why) {
    return finish(begin(why, State.HELD, System.nanoTime()));
  }

  /** Cancels every goal and lets nothing pass ever again. */
  public RobotEvent.Stopped emergencyStop(String why) {
    return finish(begin(why, State.EMERGENCY, System.nanoTime()));
  }

  /**
   * Stops from a thread that must not wait, such as the transport's: every cancel is handed over
   * when this returns, and the robot's word is waited for elsewhere.
   */
  public void stopSoon(String why, boolean emergency) {
    StopProcedure.Stopping stopping =
        begin(why, emergency ? State.EMERGENCY : State.HELD, System.nanoTime());
    inBackground(() -> finish(stopping));
  }

  private StopProcedure.Stopping begin(String why, State next, long noticedNanos) {
    List<ClientGoal> goals;
    synchronized (this) {
      if (state != State.EMERGENCY) {
        state = next;
        reason = why;
      }
      goals = List.copyOf(running);
      unsure = true;
    }
    return procedure.begin(why, goals, noticedNanos);
  }

  private RobotEvent.Stopped finish(StopProcedure.Stopping stopping) {
    RobotEvent.Stopped stopped = procedure.finish(stopping);
    synchronized (this) {
      stopping.goals().forEach(running::remove);
      unsure = !stopped.unconfirmed().isEmpty();
    }
    events.accept(stopped);
    if (!stopped.unconfirmed().isEmpty() && transport.connected()) {
      inBackground(this::stopAgainIfUnsure);
    }
    return stopped;
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

  /** The cancels go out first: what listens to events may take its time. */
  private void linkChanged(LinkEvent event) {
    if (event instanceof LinkEvent.Down down) {
      long noticedNanos = System.nanoTime();
      Optional<StopProcedure.Stopping> stopping =
          isMoving()
              ? Optional.of(begin("the link was lost: " + down.reason(), State.HELD, noticedNanos))
              : Optional.empty();
      events.accept(new RobotEvent.LinkChanged(false, down.reason()));
      stopping.ifPresent(begun -> inBackground(() -> finish(begun)));
    } else if (event instanceof LinkEvent.Up) {
      events.accept(new RobotEvent.LinkChanged(true, "the link works"));
      inBackground(this::stopAgainIfUnsure);
    }
  }

  /** A goal that is just being sent counts. */
  private synchronized boolean isMoving() {
    return !running.isEmpty();
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
