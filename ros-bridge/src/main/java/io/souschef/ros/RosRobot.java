package io.souschef.ros;

import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.config.SkillEntry;
import io.souschef.ros.config.SkillEntry.Hand;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.Lexicon;
import io.souschef.ros.mapping.MappedCommand;
import io.souschef.ros.mapping.NotKnownException;
import io.souschef.ros.mapping.SkillMapping;
import io.souschef.ros.mapping.Tracked;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.perception.DetectionObserver;
import io.souschef.ros.perception.Freshness;
import io.souschef.ros.safety.Limits;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.InvalidInputException;
import io.souschef.skills.execution.FailureReason;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Vocabulary;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A ROS 2 robot. It owns the transport it is given and closes it. Nothing moves before {@link
 * #arm}.
 *
 * <p>After a stop that the robot itself did not ask for (a lost link, a stale pose, a goal that
 * could not be confirmed as ended) it throws {@link RobotException} until it is armed again; after
 * an emergency stop every skill fails as {@link FailureReason#REJECTED}.
 */
public final class RosRobot implements Robot {

  /** In place of a place's name: where the base stands. */
  private static final String HERE = "here";

  private final RosTransport transport;
  private final RobotConfig config;
  private final SkillMapping mapping;
  private final DetectionObserver observer;
  private final SafetyGate gate;
  private final Limits limits;
  private final StepConfirmation confirmation;
  private final Consumer<RobotEvent> events;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean closed;
  private volatile Optional<CommandRun> current = Optional.empty();
  private volatile boolean cancelAsked;
  private final Servers servers;
  private final Optional<EStopWatch> eStop;
  private final Heartbeat heartbeat;
  private Freshness after = Freshness.ANY;

  /**
   * A robot behind a transport.
   *
   * @param confirmation asked before every command
   * @param events told of every command, stop and doubt, on any thread
   */
  public RosRobot(
      RosTransport transport,
      RobotConfig config,
      StepConfirmation confirmation,
      Consumer<RobotEvent> events) {
    this.transport = transport;
    this.config = config;
    this.confirmation = confirmation;
    this.events = events;
    mapping = SkillMapping.of(config);
    observer = new DetectionObserver(transport, config, mapping.lexicon(), events);
    gate =
        new SafetyGate(
            transport,
            mapping.actions(),
            seconds(config.safety().confirmS()),
            seconds(config.safety().giveUpS()),
            events);
    servers = new Servers(transport);
    prepare();
    limits = new Limits(config.safety(), config.frames().map(), config.catalog());
    heartbeat =
        new Heartbeat(transport, config.connection().resolve(Heartbeat.TOPIC), gate::isUnderWay);
    eStop =
        config
            .safety()
            .eStop()
            .map(
                topic ->
                    new EStopWatch(
                        transport,
                        config.connection().resolve(topic),
                        () -> gate.stopSoon("the e-stop is pressed", true),
                        events));
  }

  private void prepare() {
    for (SkillEntry skill : config.skills().values()) {
      for (CommandEntry command : skill.commands()) {
        command
            .action()
            .map(config.connection()::resolve)
            .ifPresent(
                action -> {
                  transport.prepare(action, TypeName.of(command.type()));
                  servers.lookFor(action);
                });
      }
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  /**
   * Lets the robot move.
   *
   * @throws IllegalStateException after an emergency stop, or while the link is down
   */
  public void arm() {
    gate.arm();
  }

  /** A person has seen that it stands still: what was not confirmed as stopped counts as ended. */
  public void seenStandingStill() {
    gate.seenStandingStill();
  }

  /** Ends the pursuit of what was not confirmed as stopped, on which {@link #close} waits. */
  public void giveUp() {
    gate.giveUp();
  }

  /** Who publishes its e-stop topic, in a sentence; empty when its file names none. */
  public Optional<String> eStopState() {
    return eStop.map(EStopWatch::state);
  }

  /** Why it does not move; empty while it is armed. */
  public Optional<String> stillBecause() {
    return Optional.of(gate.reason()).filter(why -> !why.isEmpty());
  }

  @Override
  public Vocabulary vocabulary() {
    return mapping.lexicon().vocabulary();
  }

  /** Which skills it can run, and how. */
  public SkillMapping mapping() {
    return mapping;
  }

  @Override
  public Observation observe() {
    requireOpen();
    return observer.observe(after);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The robot is closed");
    }
  }

  @Override
  public SkillResult execute(GroundedSkill skill, Consumer<Progress> progress) {
    requireOpen();
    skill.arguments().forEach(this::requireKnown);
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("Another skill is running");
    }
    try {
      cancelAsked = false;
      return run(skill, progress);
    } finally {
      current = Optional.empty();
      busy.set(false);
    }
  }

  private void requireKnown(String name, String value) {
    Lexicon lexicon = mapping.lexicon();
    if (lexicon.place(value).isEmpty() && !lexicon.isKind(value)) {
      throw new IllegalArgumentException(
          "Argument %s '%s' is not in the robot's vocabulary".formatted(name, value));
    }
  }

  private SkillResult run(GroundedSkill skill, Consumer<Progress> progress) {
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
    CommandRun run = new CommandRun(gate, observer, config, command, skill.text(), events);
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

  @Override
  public void cancel() {
    cancelAsked = true;
    current.ifPresent(CommandRun::cancel);
  }

  /**
   * Cancels the running skill on every way, waits for the robot's word, and lets nothing move until
   * it is armed again. May be called from any thread.
   *
   * @param why for the trace: "Ctrl-C was pressed"
   * @param all whether goals that others have sent to the robot's actions are canceled, too
   * @return what could be confirmed as stopped, and what not
   */
  public RobotEvent.Stopped stop(String why, boolean all) {
    cancel();
    return all ? gate.stopAll(why) : gate.stop(why);
  }

  @Override
  public void emergencyStop() {
    gate.emergencyStop("emergency stop");
  }

  /** Cancels what runs, says what could not be confirmed as stopped, and closes the transport. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      gate.close();
      heartbeat.close();
      eStop.ifPresent(EStopWatch::close);
      servers.close();
      observer.close();
      transport.close();
    }
  }
}
