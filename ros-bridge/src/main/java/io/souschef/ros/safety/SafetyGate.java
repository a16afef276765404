package io.souschef.ros.safety;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The only way by which commands reach a robot. Nothing passes before it is armed, and nothing
 * while an earlier command may still move the robot: at most one is under way. A stop cancels it on
 * every way there is and lets nothing pass until it is armed again, which it never does by itself.
 * Safe for use by many threads.
 */
public final class SafetyGate implements AutoCloseable {

  /** Whether commands pass. */
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
  private final Duration giveUp;
  private final ActionStatuses statuses;
  private final Pursuit pursuit;
  private final Registration watch;
  private State state = State.DISARMED;
  private String reason = "it was not armed yet";

  /** What was sent last, until its end is known. */
  private @Nullable Motion underWay;

  /**
   * A gate.
   *
   * @param actions full names of every action that may be started
   * @param confirm how long to wait for the robot's word that it has stopped
   * @param giveUp how long {@link #close} goes on to cancel what was not confirmed
   */
  public SafetyGate(
      RosTransport transport,
      Set<String> actions,
      Duration confirm,
      Duration giveUp,
      Consumer<RobotEvent> events) {
    this.transport = transport;
    this.events = events;
    this.giveUp = giveUp;
    statuses = new ActionStatuses(transport, Set.copyOf(actions));
    pursuit =
        new Pursuit(
            transport, new StopProcedure(transport, Set.copyOf(actions), confirm), confirm, events);
    watch =
        transport.watch(
            new LinkWatch(
                pursuit, events, why -> current().map(open -> begin(why, State.HELD, false))));
    statuses.onChange(
        () -> {
          if (current().orElse(null) instanceof GoalMotion goal) {
            goal.lookAtStatus();
          }
        });
  }

  /**
   * Lets commands pass from now on.
   *
   * @throws IllegalStateException after an emergency stop, while the link is down, or while
   *     something is not confirmed as stopped
   */
  public void arm() {
    synchronized (this) {
      if (state == State.EMERGENCY) {
        throw new IllegalStateException(
            "The robot was stopped in an emergency (%s); release it, and start anew to arm it"
                .formatted(reason));
      }
      if (!transport.connected()) {
        throw new IllegalStateException("The link to the robot is down; arm it when it is back");
      }
      if (state == State.ARMED) {
        return;
      }
      Optional<Motion> open = current();
      if (open.isPresent()) {
        throw new IllegalStateException(
            "NOT confirmed as stopped: %s (%s); arm it when it has said that it stopped, or when you have seen it stand still"
                .formatted(open.get().name(), open.get().doubt()));
      }
      state = State.ARMED;
      reason = "";
    }
    events.accept(new RobotEvent.Armed());
  }

  /** A person has seen that the robot stands still: what was not confirmed counts as ended. */
  public void seenStandingStill() {
    Optional<Motion> open;
    synchronized (this) {
      if (state == State.ARMED) {
        return;
      }
      open = current();
      underWay = null;
    }
    pursuit.forget();
    open.ifPresent(motion -> events.accept(new RobotEvent.SeenStill(motion.name())));
  }

  public synchronized State state() {
    return state;
  }

  /** Why nothing passes; empty while it is armed. */
  public synchronized String reason() {
    return reason;
  }

  /** What may be moving the robot now. */
  private synchronized Optional<Motion> current() {
    return Optional.ofNullable(underWay).filter(motion -> !motion.isOver());
  }

  public boolean isUnderWay() {
    return current().isPresent();
  }

  private void requirePassage() {
    if (state != State.ARMED) {
      throw new IllegalStateException("The robot is not armed: " + reason);
    }
    Optional<Motion> open = current();
    if (open.isPresent()) {
      throw new IllegalStateException(
          "%s is still under way; one command at a time moves the robot"
              .formatted(open.get().name()));
    }
  }

  /**
   * Sends a goal and keeps it in view until it has ended.
   *
   * @throws IllegalStateException when the gate is not armed, or something is under way
   */
  public synchronized ClientGoal send(
      String action, TypeName type, ObjectNode goal, Consumer<ObjectNode> feedback) {
    requirePassage();
    GoalMotion motion = GoalMotion.send(transport, statuses, action, type, goal, feedback);
    underWay = motion;
    return motion.goal();
  }

  /**
   * Calls a service and keeps it in view until it has answered.
   *
   * @throws IllegalStateException when the gate is not armed, or something is under way
   */
  public synchronized CompletableFuture<ObjectNode> call(
      String service, TypeName type, ObjectNode request, Duration deadline) {
    requirePassage();
    ServiceMotion motion =
        new ServiceMotion(service, transport.call(service, type, request, deadline));
    underWay = motion;
    return motion.answer();
  }

  /**
   * Publishes a message.
   *
   * @throws IllegalStateException when the gate is not armed, or something is under way
   */
  public synchronized void publish(String topic, TypeName type, Qos qos, ObjectNode message) {
    requirePassage();
    try (Publication publication = transport.advertise(topic, type, qos)) {
      publication.publish(message);
    }
  }

  /** Cancels what is under way on every way; whether it ends, its outcome or status shows. */
  public void cancel() {
    pursuit.cancel(current());
  }

  /**
   * How a goal has ended by its action's status, where that tells of it alone; empty while it runs.
   */
  public Optional<GoalOutcome> endedByStatus(ClientGoal goal) {
    return motionOf(goal).flatMap(GoalMotion::endedByStatus);
  }

  private synchronized Optional<GoalMotion> motionOf(ClientGoal goal) {
    return underWay instanceof GoalMotion motion && motion.goal() == goal
        ? Optional.of(motion)
        : Optional.empty();
  }

  /** Whether the goal's server has shown that it took it on, or nothing can be told of that. */
  public boolean isTaken(ClientGoal goal) {
    return motionOf(goal)
        .map(motion -> motion.isTaken() || !statuses.hasSpoken(goal.action()))
        .orElse(true);
  }

  /**
   * A goal of which nothing was heard though its action's status is: its server did not take it on.
   * It no longer keeps others from passing; its cancel goes out all the same.
   */
  public void notTaken(ClientGoal goal) {
    goal.cancel();
    goal.abandon("its server did not take it on");
    synchronized (this) {
      motionOf(goal).filter(motion -> !motion.isTaken()).ifPresent(motion -> underWay = null);
    }
  }

  /**
   * Cancels what is under way and lets nothing pass until armed again. Every cancel is handed over
   * before this waits for the robot's word.
   */
  public RobotEvent.Stopped stop(String why) {
    return pursuit.confirm(begin(why, State.HELD, false));
  }

  /** The same, and cancels what others have started, too. */
  public RobotEvent.Stopped stopAll(String why) {
    return pursuit.confirm(begin(why, State.HELD, true));
  }

  /** Cancels everything, whoever started it, and lets nothing pass ever again. */
  public RobotEvent.Stopped emergencyStop(String why) {
    return pursuit.confirm(begin(why, State.EMERGENCY, true));
  }

  /**
   * Stops from a thread that must not wait, such as the transport's: every cancel is handed over
   * when this returns, and the robot's word is waited for elsewhere.
   */
  public void stopSoon(String why, boolean emergency) {
    pursuit.confirmSoon(begin(why, emergency ? State.EMERGENCY : State.HELD, emergency));
  }

  private Pursuit.Stopping begin(String why, State next, boolean all) {
    long noticedNanos = System.nanoTime();
    Optional<Motion> open;
    synchronized (this) {
      if (state != State.EMERGENCY) {
        state = next;
        reason = why;
      }
      open = current();
    }
    return pursuit.begin(why, open, all, noticedNanos);
  }

  /** Ends {@link #close}'s pursuit of what was not confirmed as stopped. Any thread. */
  public void giveUp() {
    pursuit.giveUp();
  }

  /**
   * Stops what is under way, lets nothing pass any more, and goes on to cancel what was not
   * confirmed as stopped until its end is seen, the time is over, or {@link #giveUp}.
   */
  @Override
  public void close() {
    if (current().isPresent()) {
      stop("the program ends");
    }
    synchronized (this) {
      if (state == State.ARMED) {
        state = State.HELD;
        reason = "the program ends";
      }
    }
    pursuit.awaitEnd(giveUp);
    watch.close();
    pursuit.close();
    statuses.close();
  }
}
