package io.souschef.ros;

import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.MappedCommand;
import io.souschef.ros.perception.DetectionObserver;
import io.souschef.ros.perception.Freshness;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One command from sending to its end, watched on the executing thread. */
abstract class CommandRun {

  private static final long TICK_MS = 100;

  final SafetyGate gate;
  final DetectionObserver observer;
  final RobotConfig config;
  final MappedCommand command;
  final CommandEntry entry;
  private final String skill;
  private final Consumer<RobotEvent> events;
  final BlockingQueue<Sign> signs = new LinkedBlockingQueue<>();
  final long begun = System.nanoTime();
  Freshness freshness = Freshness.ANY;
  boolean cancelAsked;

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

  /** The kind of run that a command needs. */
  static CommandRun of(
      SafetyGate gate,
      DetectionObserver observer,
      RobotConfig config,
      MappedCommand command,
      String skill,
      Consumer<RobotEvent> events) {
    return command.entry().action().isPresent()
        ? new GoalRun(gate, observer, config, command, skill, events)
        : command.entry().service().isPresent()
            ? new ServiceRun(gate, observer, config, command, skill, events)
            : new TopicRun(gate, observer, config, command, skill, events);
  }

  /** Sends it and waits for its end. */
  abstract SkillResult run(StepProgress progress);

  void cancel() {
    signs.add(new Sign.CancelAsked());
  }

  /** What an observation must be newer than to have seen what this command did. */
  Freshness freshness() {
    return freshness;
  }

  SkillResult await(StepProgress progress) {
    events.accept(
        new RobotEvent.CommandSent(
            skill, command.name(), command.type().toString(), command.message()));
    SkillResult result = run(progress);
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

  final double elapsedS() {
    return (System.nanoTime() - begun) / 1e9;
  }

  final SkillResult failed(FailureReason reason, String message) {
    return new SkillResult.Failed(elapsedS(), reason, message);
  }

  final @Nullable Sign nextSign() {
    try {
      return signs.poll(TICK_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Sign.CancelAsked();
    }
  }

  /** What ends a goal that the robot has not ended. */
  final Optional<SkillResult> watch() {
    if (gate.state() != SafetyGate.State.ARMED) {
      return Optional.empty(); // a stop is under way; the goal's outcome follows
    }
    double poseAgeS = observer.poseAgeS();
    if (poseAgeS > config.safety().poseTimeoutS()) {
      return Optional.of(stop(observer.poseWords(), FailureReason.ROBOT_FAULT));
    }
    return Optional.empty();
  }

  final SkillResult stop(String why, FailureReason reason) {
    RobotEvent.Stopped stopped = gate.stop(why);
    return failed(reason, why + unconfirmed(stopped));
  }

  private static String unconfirmed(RobotEvent.Stopped stopped) {
    return stopped.unconfirmed().isEmpty()
        ? ""
        : "; NOT confirmed as stopped: " + String.join(", ", stopped.unconfirmed());
  }
}
