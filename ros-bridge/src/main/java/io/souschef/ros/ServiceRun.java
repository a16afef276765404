package io.souschef.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.Printable;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.MappedCommand;
import io.souschef.ros.mapping.Verdict;
import io.souschef.ros.perception.DetectionObserver;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.ros.transport.TransportException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A call of a service, which cannot be canceled. */
final class ServiceRun extends CommandRun {

  ServiceRun(
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
    Duration deadline = Duration.ofMillis((long) (entry.deadlineS() * 1000));
    CompletableFuture<ObjectNode> answer;
    try {
      answer = gate.call(command.name(), command.type(), command.message(), deadline);
    } catch (IllegalStateException e) {
      return failed(FailureReason.ROBOT_FAULT, String.valueOf(e.getMessage()));
    }
    var unused = answer.whenComplete((value, error) -> signs.add(new Sign.Answered(value, error)));
    while (true) {
      Sign sign = nextSign();
      if (sign instanceof Sign.Answered answered) {
        return answered(answered);
      }
      if (sign instanceof Sign.CancelAsked && !cancelAsked) {
        cancelAsked = true;
        return lastAnswer()
            .orElseGet(
                () -> stop(command.name() + " was to be canceled", FailureReason.ROBOT_FAULT));
      }
      if (gate.state() != SafetyGate.State.ARMED) {
        return lastAnswer()
            .orElseGet(
                () ->
                    failed(
                        FailureReason.ROBOT_FAULT,
                        "Stopped: %s; NOT confirmed as stopped: %s has not answered and may go on"
                            .formatted(gate.reason(), command.name())));
      }
      Optional<SkillResult> stopped = watch();
      if (stopped.isPresent()) {
        return stopped.get();
      }
    }
  }

  private SkillResult answered(Sign.Answered answered) {
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
            "%s: what came of it is not known: %s"
                .formatted(
                    command.name(),
                    error == null ? "" : Printable.of(String.valueOf(error.getMessage()))),
            FailureReason.ROBOT_FAULT);
  }

  /** A service cannot be canceled: its answer is waited for as long as a stop may take. */
  private Optional<SkillResult> lastAnswer() {
    long until = System.nanoTime() + (long) (config.safety().confirmS() * 1e9);
    while (System.nanoTime() < until) {
      if (nextSign() instanceof Sign.Answered answered) {
        return Optional.of(answered(answered));
      }
    }
    return Optional.empty();
  }
}
