package io.souschef.ros;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.Printable;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.MappedCommand;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.mapping.SkillMapping;
import io.souschef.ros.mapping.Verdict;
import io.souschef.ros.perception.DetectionObserver;
import io.souschef.ros.perception.Freshness;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.TransportException;
import io.souschef.skills.execution.FailureReason;
import io.souschef.skills.execution.SkillResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One command from sending to its end, watched on the executing thread. */
final class CommandRun {

  private static final long TICK_MS = 100;

  /** How often a robot that gives no feedback is said to be at it. */
  private static final double TELL_EVERY_S = 0.5;

  /** How long a result may take to follow the status that its goal has ended. */
  private static final double RESULT_S = 2;

  private sealed interface Sign {}

  private record Told(ObjectNode feedback) implements Sign {}

  private record Ended(GoalOutcome outcome) implements Sign {}

  private record Answered(@Nullable ObjectNode value, @Nullable Throwable error) implements Sign {}

  private record CancelAsked() implements Sign {}

  private final SafetyGate gate;
  private final DetectionObserver observer;
  private final RobotConfig config;
  private final MappedCommand command;
  private final CommandEntry entry;
  private final String skill;
  private final Consumer<RobotEvent> events;
  private final BlockingQueue<Sign> signs = new LinkedBlockingQueue<>();
  private final long begun = System.nanoTime();
  private Freshness freshness = Freshness.ANY;
  private boolean cancelAsked;
  private String phase = "";
  private double statusEndS = Double.POSITIVE_INFINITY;
  private double nextTellS = TELL_EVERY_S;

  CommandRun(
      SafetyGate gate,
      DetectionObserver observer,
      RobotConfig config,
      MappedCommand command,
      String skill,
      Consumer<RobotEvent> events) {
    this.gate = gate;
    this.observer = observer;
    this.config = config;
    this.command = command;
    this.entry = command.entry();
    this.skill = skill;
    this.events = events;
  }

  void cancel() {
    signs.add(new CancelAsked());
  }

  /** What an observation must be newer than to have seen what this command did. */
  Freshness freshness() {
    return freshness;
  }

  SkillResult await(StepProgress progress) {
    events.accept(
        new RobotEvent.CommandSent(
            skill, command.name(), command.type().toString(), command.message()));
    SkillResult result =
        entry.action().isPresent()
            ? runGoal(progress)
            : entry.service().isPresent() ? callService() : publish();
    if (Double.isNaN(freshness.stampS()) || freshness.equals(Freshness.ANY)) {
      freshness = observer.fromNowOn();
    }
    events.accept(
        new RobotEvent.CommandEnded(skill, command.name(), word(result), result.message()));
    return result;
  }

  private static String word(SkillResult result) {
    return result instanceof SkillResult.Failed failed
        ? failed.reason().name().toLowerCase(Locale.ROOT)
        : result instanceof SkillResult.Succeeded ? "succeeded" : "canceled";
  }

  private double elapsedS() {
    return (System.nanoTime() - begun) / 1e9;
  }

  private SkillResult failed(FailureReason reason, String message) {
    return new SkillResult.Failed(elapsedS(), reason, message);
  }

  private SkillResult publish() {
    try {
      gate.publish(command.name(), command.type(), command.message());
    } catch (IllegalStateException e) {
      return failed(FailureReason.ROBOT_FAULT, String.valueOf(e.getMessage()));
    }
    return new SkillResult.Succeeded(elapsedS(), "sent");
  }

  private SkillResult callService() {
    Duration deadline = Duration.ofMillis((long) (entry.deadlineS() * 1000));
    CompletableFuture<ObjectNode> answer;
    try {
      answer = gate.call(command.name(), command.type(), command.message(), deadline);
    } catch (IllegalStateException e) {
      return failed(FailureReason.ROBOT_FAULT, String.valueOf(e.getMessage()));
    }
    var unused = answer.whenComplete((value, error) -> signs.add(new Answered(value, error)));
    while (true) {
      Sign sign = nextSign();
      if (sign instanceof Answered answered) {
        return answered(answered);
      }
      if (sign instanceof CancelAsked && !cancelAsked) {
        cancelAsked = true;
        return awaitLastAnswer();
      }
      if (gate.state() != SafetyGate.State.ARMED) {
        return failed(
            FailureReason.ROBOT_FAULT,
            "Stopped: %s; %s has not answered and may go on"
                .formatted(gate.reason(), command.name()));
      }
      Optional<SkillResult> stopped = watch();
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
  }

  private SkillResult answered(Answered answered) {
    if (answered.value() != null) {
      return new Verdict(entry).ofResult(answered.value(), elapsedS());
    }
    Throwable error = answered.error();
    if (error instanceof TransportException refused && refused.isSettled()) {
      return failed(FailureReason.ROBOT_FAULT, Printable.of(String.valueOf(error.getMessage())));
    }
    return error instanceof TimeoutException
        ? stop(
            String.format(
                Locale.ROOT, "%s did not answer within %.0f s", command.name(), entry.deadlineS()),
            FailureReason.TIMED_OUT)
        : stop(
            "%s: its answer was lost: %s"
                .formatted(
                    command.name(),
                    error == null ? "" : Printable.of(String.valueOf(error.getMessage()))),
            FailureReason.ROBOT_FAULT);
  }

  /** A service cannot be canceled: its answer is waited for as long as a stop may take. */
  private SkillResult awaitLastAnswer() {
    long until = System.nanoTime() + (long) (config.safety().confirmS() * 1e9);
    while (System.nanoTime() < until) {
      if (nextSign() instanceof Answered answered) {
        return answered(answered);
      }
    }
    return stop(command.name() + " was to be canceled", FailureReason.ROBOT_FAULT);
  }

  private @Nullable Sign nextSign() {
    try {
      return signs.poll(TICK_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CancelAsked();
    }
  }

  private SkillResult runGoal(StepProgress progress) {
    ClientGoal goal;
    try {
      goal =
          gate.send(
              command.name(),
              command.type(),
              command.message(),
              feedback -> signs.add(new Told(feedback)));
    } catch (IllegalStateException e) {
      return failed(FailureReason.ROBOT_FAULT, String.valueOf(e.getMessage()));
    }
    var unused = goal.outcome().thenAccept(outcome -> signs.add(new Ended(outcome)));
    while (true) {
      Sign sign = nextSign();
      if (sign instanceof Ended ended) {
        return ended(ended.outcome());
      }
      if (sign instanceof Told told) {
        tell(progress, told.feedback());
      } else if (sign instanceof CancelAsked && !cancelAsked) {
        cancelAsked = true;
        gate.cancel();
        return awaitCanceled(goal)
            .orElseGet(() -> stop("the cancel was not confirmed", FailureReason.ROBOT_FAULT));
      }
      Optional<SkillResult> over = endedByStatus(goal).or(() -> notTaken(goal)).or(this::watch);
      if (over.isPresent()) {
        return over.get();
      }
      if (elapsedS() > entry.deadlineS()) {
        return deadline(goal);
      }
      if (elapsedS() >= nextTellS) {
        tell(progress, phase, Math.min(0.99, elapsedS() / entry.deadlineS()));
      }
    }
  }

  /** A result that is lost on its way does not make an ended goal run for ever. */
  private Optional<SkillResult> endedByStatus(ClientGoal goal) {
    Optional<GoalOutcome> ended = gate.endedByStatus(goal);
    if (ended.isEmpty()) {
      statusEndS = Double.POSITIVE_INFINITY;
      return Optional.empty();
    }
    statusEndS = Math.min(statusEndS, elapsedS());
    return elapsedS() - statusEndS > RESULT_S ? ended.map(this::ended) : Optional.empty();
  }

  /** Servers before rosbridge 2.0.5 and 2.5 say nothing at all of a goal that is not taken on. */
  private Optional<SkillResult> notTaken(ClientGoal goal) {
    if (elapsedS() < config.safety().acceptS() || gate.isTaken(goal)) {
      return Optional.empty();
    }
    gate.notTaken(goal);
    return Optional.of(
        failed(
            FailureReason.REJECTED,
            String.format(
                Locale.ROOT,
                "%s did not take the goal on within %.0f s",
                command.name(),
                config.safety().acceptS())));
  }

  /** An ordinary failure if the robot itself says that it has stopped; else everything is held. */
  private SkillResult deadline(ClientGoal goal) {
    String why =
        String.format(
            Locale.ROOT, "%s did not end within %.0f s", command.name(), entry.deadlineS());
    gate.cancel();
    return awaitCanceled(goal)
        .map(ended -> failed(FailureReason.TIMED_OUT, why))
        .orElseGet(() -> stop(why, FailureReason.TIMED_OUT));
  }

  private void tell(StepProgress progress, ObjectNode feedback) {
    entry
        .feedback()
        .flatMap(CommandEntry.Feedback::phase)
        .map(field -> SkillMapping.field(feedback, field).asText())
        .ifPresent(words -> phase = Printable.of(words));
    double part =
        entry
            .feedback()
            .flatMap(CommandEntry.Feedback::fraction)
            .map(field -> SkillMapping.field(feedback, field).asDouble())
            .orElse(Math.min(0.99, elapsedS() / entry.deadlineS()));
    tell(progress, phase, part);
  }

  private void tell(StepProgress progress, String words, double part) {
    nextTellS = elapsedS() + TELL_EVERY_S;
    progress.tell(words.isEmpty() ? entry.name() : words, part, elapsedS());
  }

  /** What ends a goal that the robot has not ended. */
  private Optional<SkillResult> watch() {
    if (gate.state() != SafetyGate.State.ARMED) {
      return Optional.empty(); // a stop is under way; the goal's outcome follows
    }
    double poseAgeS = observer.poseAgeS();
    if (poseAgeS > config.safety().poseTimeoutS()) {
      return Optional.of(stop(observer.poseWords(), FailureReason.ROBOT_FAULT));
    }
    return Optional.empty();
  }

  private SkillResult stop(String why, FailureReason reason) {
    RobotEvent.Stopped stopped = gate.stop(why);
    return failed(reason, why + unconfirmed(stopped));
  }

  private static String unconfirmed(RobotEvent.Stopped stopped) {
    return stopped.unconfirmed().isEmpty()
        ? ""
        : "; NOT confirmed as stopped: " + String.join(", ", stopped.unconfirmed());
  }

  /** How it ended after its cancel; empty when nothing was heard of that in time. */
  private Optional<SkillResult> awaitCanceled(ClientGoal goal) {
    long until = System.nanoTime() + (long) (config.safety().confirmS() * 1e9);
    while (System.nanoTime() < until) {
      if (goal.outcome().isDone()) {
        return Optional.of(ended(goal.outcome().join()));
      }
      if (nextSign() instanceof CancelAsked && Thread.currentThread().isInterrupted()) {
        break;
      }
    }
    return gate.endedByStatus(goal).map(this::ended);
  }

  private SkillResult ended(GoalOutcome outcome) {
    if (outcome instanceof GoalOutcome.Lost lost && gate.state() == SafetyGate.State.ARMED) {
      return stop(
          "%s was lost: %s".formatted(command.name(), Printable.of(lost.reason())),
          FailureReason.ROBOT_FAULT);
    }
    if (outcome instanceof GoalOutcome.Succeeded succeeded) {
      remember(succeeded.result());
    } else if (outcome instanceof GoalOutcome.Aborted aborted) {
      remember(aborted.result());
    } else if (outcome instanceof GoalOutcome.Canceled canceled) {
      remember(canceled.result());
    }
    SkillResult result = new Verdict(entry).of(outcome, elapsedS());
    boolean asAsked = cancelAsked && result instanceof SkillResult.Canceled;
    if (gate.state() != SafetyGate.State.ARMED && !result.succeeded() && !asAsked) {
      return failed(FailureReason.ROBOT_FAULT, "Stopped: " + gate.reason());
    }
    return result;
  }

  private void remember(ObjectNode result) {
    entry
        .stamp()
        .map(field -> SkillMapping.field(result, field))
        .filter(JsonNode::isObject)
        .ifPresent(stamp -> freshness = new Freshness(RosValues.seconds(stamp), begun));
  }
}
