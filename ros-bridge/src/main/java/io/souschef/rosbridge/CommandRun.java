package io.souschef.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.config.CommandEntry;
import io.souschef.rosbridge.config.RobotConfig;
import io.souschef.rosbridge.event.RobotEvent;
import io.souschef.rosbridge.mapping.MappedCommand;
import io.souschef.rosbridge.mapping.RosValues;
import io.souschef.rosbridge.mapping.SkillMapping;
import io.souschef.rosbridge.mapping.Verdict;
import io.souschef.rosbridge.perception.DetectionObserver;
import io.souschef.rosbridge.perception.Freshness;
import io.souschef.rosbridge.safety.SafetyGate;
import io.souschef.rosbridge.transport.ClientGoal;
import io.souschef.rosbridge.transport.GoalOutcome;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.RosTransport.Publication;
import io.souschef.rosbridge.transport.RosTransport.Qos;
import io.souschef.skills.execution.FailureReason;
import io.souschef.skills.execution.SkillResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One command from sending to its end, watched on the executing thread. */
final class CommandRun {

  private static final long TICK_MS = 100;

  /** How often a robot that gives no feedback is said to be at it. */
  private static final double TELL_EVERY_S = 0.5;

  private sealed interface Sign {}

  private record Told(ObjectNode feedback) implements Sign {}

  private record Ended(GoalOutcome outcome) implements Sign {}

  private record CancelAsked() implements Sign {}

  private final RosTransport transport;
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
  private double nextTellS = TELL_EVERY_S;

  CommandRun(
      RosTransport transport,
      SafetyGate gate,
      DetectionObserver observer,
      RobotConfig config,
      MappedCommand command,
      String skill,
      Consumer<RobotEvent> events) {
    this.transport = transport;
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
      freshness = Freshness.now();
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
    try (Publication topic = transport.advertise(command.name(), command.type(), Qos.RELIABLE)) {
      topic.publish(command.message());
    }
    return new SkillResult.Succeeded(elapsedS(), "sent");
  }

  private SkillResult callService() {
    Duration deadline = Duration.ofMillis((long) (entry.deadlineS() * 1000));
    try {
      ObjectNode response =
          transport.call(command.name(), command.type(), command.message(), deadline).get();
      return new Verdict(entry).ofResult(response, elapsedS());
    } catch (ExecutionException e) {
      return elapsedS() >= entry.deadlineS()
          ? failed(FailureReason.TIMED_OUT, command.name() + " did not answer in time")
          : failed(FailureReason.ROBOT_FAULT, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SkillResult.Canceled(elapsedS(), "interrupted");
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
      Sign sign;
      try {
        sign = signs.poll(TICK_MS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        sign = new CancelAsked();
      }
      if (sign instanceof Ended ended) {
        return ended(ended.outcome());
      }
      if (sign instanceof Told told) {
        tell(progress, told.feedback());
      } else if (sign instanceof CancelAsked && !cancelAsked) {
        cancelAsked = true;
        goal.cancel();
        return awaitCanceled(goal);
      }
      Optional<SkillResult> stopped = watch();
      if (stopped.isPresent()) {
        return stopped.get();
      }
      if (elapsedS() >= nextTellS) {
        tell(progress, phase, Math.min(0.99, elapsedS() / entry.deadlineS()));
      }
    }
  }

  private void tell(StepProgress progress, ObjectNode feedback) {
    entry
        .feedback()
        .flatMap(CommandEntry.Feedback::phase)
        .map(field -> SkillMapping.field(feedback, field).asText())
        .ifPresent(words -> phase = words);
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
      return Optional.of(
          stop("the base's pose is %.1f s old".formatted(poseAgeS), FailureReason.ROBOT_FAULT));
    }
    if (elapsedS() > entry.deadlineS()) {
      return Optional.of(
          stop(
              "%s did not end within %.0f s".formatted(command.name(), entry.deadlineS()),
              FailureReason.TIMED_OUT));
    }
    return Optional.empty();
  }

  private SkillResult stop(String why, FailureReason reason) {
    RobotEvent.Stopped stopped = gate.stop(why);
    if (stopped.unconfirmed().isEmpty() && reason == FailureReason.TIMED_OUT) {
      gate.resumeAfter(why); // the robot itself said that it stopped: an ordinary failure
    }
    return failed(reason, why + unconfirmed(stopped));
  }

  private static String unconfirmed(RobotEvent.Stopped stopped) {
    return stopped.unconfirmed().isEmpty()
        ? ""
        : "; NOT confirmed as stopped: " + String.join(", ", stopped.unconfirmed());
  }

  private SkillResult awaitCanceled(ClientGoal goal) {
    try {
      GoalOutcome outcome =
          goal.outcome().get((long) (config.safety().confirmS() * 1000), TimeUnit.MILLISECONDS);
      return ended(outcome);
    } catch (java.util.concurrent.TimeoutException e) {
      return stop("the cancel was not confirmed", FailureReason.ROBOT_FAULT);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return stop("interrupted while canceling", FailureReason.ROBOT_FAULT);
    }
  }

  private SkillResult ended(GoalOutcome outcome) {
    if (outcome instanceof GoalOutcome.Lost lost && gate.state() == SafetyGate.State.ARMED) {
      return stop(
          "%s was lost: %s".formatted(command.name(), lost.reason()), FailureReason.ROBOT_FAULT);
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
