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
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A goal of an action. */
final class GoalRun extends CommandRun {

  /** How often a robot that gives no feedback is said to be at it. */
  private static final double TELL_EVERY_S = 0.5;

  /** How long a result may take to follow the status that its goal has ended. */
  private static final double RESULT_S = 2;

  private String phase = "";
  private double statusEndS = Double.POSITIVE_INFINITY;
  private double nextTellS = TELL_EVERY_S;
  private double heldS = Double.POSITIVE_INFINITY;

  GoalRun(
      SafetyGate gate,
      DetectionObserver observer,
      RobotConfig config,
      MappedCommand command,
      String skill,
      Consumer<RobotEvent> events) {
    super(gate, observer, config, command, skill, events);
  }

  @Override
  SkillResult run(StepProgress progress) {
    ClientGoal goal;
    try {
      goal =
          gate.send(
              command.name(),
              command.type(),
              command.message(),
              feedback -> signs.add(new Sign.Told(feedback)));
    } catch (IllegalStateException e) {
      return failed(FailureReason.ROBOT_FAULT, String.valueOf(e.getMessage()));
    }
    var unused = goal.outcome().thenAccept(outcome -> signs.add(new Sign.Ended(outcome)));
    while (true) {
      Sign sign = nextSign();
      if (sign instanceof Sign.Ended ended) {
        return ended(ended.outcome());
      }
      if (sign instanceof Sign.Told told) {
        tell(progress, told.feedback());
      } else if (sign instanceof Sign.CancelAsked && !cancelAsked) {
        cancelAsked = true;
        gate.cancel();
        return awaitCanceled(goal)
            .orElseGet(() -> stop("the cancel was not confirmed", FailureReason.ROBOT_FAULT));
      }
      Optional<SkillResult> over =
          endedByStatus(goal).or(() -> notTaken(goal)).or(this::watch).or(this::held);
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

  /** After a stop from elsewhere the goal's end is not waited for longer than its word may take. */
  private Optional<SkillResult> held() {
    if (gate.state() == SafetyGate.State.ARMED) {
      heldS = Double.POSITIVE_INFINITY;
      return Optional.empty();
    }
    heldS = Math.min(heldS, elapsedS());
    return elapsedS() - heldS > config.safety().confirmS()
        ? Optional.of(failed(FailureReason.ROBOT_FAULT, heldBecause()))
        : Optional.empty();
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

  /** How it ended after its cancel; empty when nothing was heard of that in time. */
  private Optional<SkillResult> awaitCanceled(ClientGoal goal) {
    long until = System.nanoTime() + (long) (config.safety().confirmS() * 1e9);
    while (System.nanoTime() < until) {
      if (goal.outcome().isDone()) {
        return Optional.of(ended(goal.outcome().join()));
      }
      if (nextSign() instanceof Sign.CancelAsked && Thread.currentThread().isInterrupted()) {
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
      return failed(FailureReason.ROBOT_FAULT, heldBecause());
    }
    return result;
  }

  /** A stop from another thread waits for the robot's word still, and this must not foretell it. */
  private String heldBecause() {
    return gate.isUnderWay()
        ? "%s; NOT confirmed as stopped yet: %s".formatted(gate.reason(), command.name())
        : "Stopped: " + gate.reason();
  }

  private void remember(ObjectNode result) {
    entry
        .stamp()
        .map(field -> SkillMapping.field(result, field))
        .filter(JsonNode::isObject)
        .ifPresent(stamp -> freshness = new Freshness(RosValues.seconds(stamp), begun));
  }
}
