package io.souschef.ros;

import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.config.SkillEntry;
import io.souschef.ros.config.SkillEntry.Hand;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.MappedCommand;
import io.souschef.ros.mapping.NotKnownException;
import io.souschef.ros.mapping.SkillMapping;
import io.souschef.ros.mapping.Tracked;
import io.souschef.ros.perception.DetectionObserver;
import io.souschef.ros.perception.Freshness;
import io.souschef.ros.safety.Limits;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Observation;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs a robot's skills, one at a time: what must hold before, its commands, what it leaves. */
final class SkillRun {

  /** In place of a place's name: where the base stands. */
  private static final String HERE = "here";

  private final RobotConfig config;
  private final SkillMapping mapping;
  private final DetectionObserver observer;
  private final SafetyGate gate;
  private final Servers servers;
  private final Limits limits;
  private final StepConfirmation confirmation;
  private final Consumer<RobotEvent> events;
  private volatile Optional<CommandRun> current = Optional.empty();
  private volatile boolean cancelAsked;
  private Freshness after = Freshness.ANY;

  SkillRun(
      RobotConfig config,
      SkillMapping mapping,
      DetectionObserver observer,
      SafetyGate gate,
      Servers servers,
      StepConfirmation confirmation,
      Consumer<RobotEvent> events) {
    this.config = config;
    this.mapping = mapping;
    this.observer = observer;
    this.gate = gate;
    this.servers = servers;
    this.confirmation = confirmation;
    this.events = events;
    limits = new Limits(config.safety(), config.frames().map(), config.catalog());
  }

  /** What an observation must be newer than to have seen what the last command did. */
  Freshness freshness() {
    return after;
  }

  SkillResult run(GroundedSkill skill, Consumer<Progress> progress) {
    try {
      cancelAsked = false;
      return runArmed(skill, progress);
    } finally {
      current = Optional.empty();
    }
  }

  /** From any thread. */
  void cancel() {
    cancelAsked = true;
    current.ifPresent(CommandRun::cancel);
  }

  private SkillResult runArmed(GroundedSkill skill, Consumer<Progress> progress) {
    if (gate.state() == SafetyGate.State.EMERGENCY) {
      return refused(skill, "", "the robot was stopped: " + gate.reason());
    }
    if (gate.state() != SafetyGate.State.ARMED) {
      throw new RobotException(
          "The robot does not move: %s; arm it (--arm) when that is safe".formatted(gate.reason()));
    }
    Optional<SkillEntry> entry = mapping.entry(skill);
    if (entry.isEmpty()) {
      return refused(
          skill,
          "",
          "the robot file has no commands for '%s'; add skills.%s"
              .formatted(skill.action(), skill.action()));
    }
    Observation before = observer.observe(after);
    Optional<SkillResult> impossible = impossible(skill, entry.get(), before);
    if (impossible.isPresent()) {
      return impossible.get();
    }
    return runCommands(skill, entry.get(), before, progress);
  }

  private Optional<SkillResult> impossible(
      GroundedSkill skill, SkillEntry entry, Observation before) {
    if (entry.hand() == Hand.FULL && before.held().isEmpty()) {
      return Optional.of(failed(0, FailureReason.HAND_EMPTY, "The hand is empty"));
    }
    if (entry.hand() == Hand.EMPTY && before.held().isPresent()) {
      return Optional.of(
          failed(0, FailureReason.HAND_FULL, "The hand holds a " + before.held().get().kind()));
    }
    return entry
        .lifts()
        .flatMap(skill::argument)
        .flatMap(
            noun ->
                mapping.lexicon().massKg(noun).flatMap(mass -> limits.brokenByWeight(noun, mass)))
        .map(broken -> failed(0, FailureReason.TOO_HEAVY, broken));
  }

  private SkillResult runCommands(
      GroundedSkill skill, SkillEntry entry, Observation before, Consumer<Progress> progress) {
    double elapsedS = 0;
    String message = "done";
    Observation now = before;
    int count = entry.commands().size();
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        now = observer.observe(after);
      }
      SkillResult result =
          runCommand(
              skill,
              entry,
              entry.commands().get(i),
              now,
              new StepProgress(progress, elapsedS, i, count));
      elapsedS += result.durationS();
      message = result.message();
      if (!result.succeeded()) {
        return later(result, elapsedS);
      }
    }
    applyEffect(skill, entry, before);
    return new SkillResult.Succeeded(elapsedS, message);
  }

  private static SkillResult later(SkillResult result, double elapsedS) {
    return result instanceof SkillResult.Failed failed
        ? new SkillResult.Failed(elapsedS, failed.reason(), failed.message())
        : new SkillResult.Canceled(elapsedS, result.message());
  }

  private SkillResult runCommand(
      GroundedSkill skill,
      SkillEntry of,
      CommandEntry entry,
      Observation now,
      StepProgress progress) {
    if (cancelAsked) {
      return new SkillResult.Canceled(0, "canceled before its next command");
    }
    MappedCommand command;
    try {
      command = mapping.command(of, entry, skill, now);
    } catch (NotKnownException e) {
      return failed(0, FailureReason.NOT_FOUND, String.valueOf(e.getMessage()));
    } catch (InvalidInputException e) {
      return refused(skill, entry.name(), String.valueOf(e.getMessage()));
    }
    Optional<String> broken = limits.broken(command.messageType(), command.message());
    if (broken.isPresent()) {
      return refused(skill, command.name(), broken.get());
    }
    if (observer.poseAgeS() > config.safety().poseTimeoutS()) {
      return refused(skill, command.name(), observer.poseWords());
    }
    if (entry.action().isPresent() && !servers.answers(command.name())) {
      return refused(skill, command.name(), "no server of this action answers");
    }
    if (!confirmation.allows(skill, command)) {
      return refused(skill, command.name(), "it was not confirmed");
    }
    CommandRun run = CommandRun.of(gate, observer, config, command, skill.text(), events);
    current = Optional.of(run);
    if (cancelAsked) {
      run.cancel();
    }
    SkillResult result = run.await(progress);
    after = run.freshness();
    return result;
  }

  private void applyEffect(GroundedSkill skill, SkillEntry entry, Observation before) {
    if (entry.effect().isEmpty()) {
      return;
    }
    String effect = entry.effect().get();
    if (effect.equals("nothing")) {
      Optional<String> left = entry.leavesAt().map(name -> skill.argument(name).orElse(name));
      observer.letsGo(left.flatMap(name -> name.equals(HERE) ? before.at() : Optional.of(name)));
      return;
    }
    skill
        .argument(effect)
        .flatMap(kind -> Tracked.of(before, kind))
        .ifPresent(object -> observer.holds(object.id()));
  }

  private SkillResult refused(GroundedSkill skill, String name, String why) {
    events.accept(new RobotEvent.CommandRefused(skill.text(), name, why));
    return failed(0, FailureReason.REJECTED, "Not sent: " + why);
  }

  private static SkillResult failed(double durationS, FailureReason reason, String message) {
    return new SkillResult.Failed(durationS, reason, message);
  }
}
