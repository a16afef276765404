package io.souschef.ros;

import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.Connection;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.config.SkillEntry;
import io.souschef.ros.discovery.GraphRelease;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.mapping.Lexicon;
import io.souschef.ros.mapping.SkillMapping;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.parameter.Parameters;
import io.souschef.ros.perception.DetectionObserver;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
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
 * could not be confirmed as ended) it throws {@link io.souschef.skills.execution.RobotException}
 * until it is armed again; after an emergency stop every skill fails as {@link
 * FailureReason#REJECTED}.
 */
public final class RosRobot implements Robot {

  private final RosTransport transport;
  private final RobotConfig config;
  private final SkillMapping mapping;
  private final DetectionObserver observer;
  private final SafetyGate gate;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean closed;
  private final Servers servers;
  private final Optional<EStopWatch> eStop;
  private final Parameters parameters = new Parameters();
  private final EStopServices eStopServices;
  private final Heartbeat heartbeat;
  private final SkillRun skills;

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
    askRelease(events);
    skills = new SkillRun(config, mapping, observer, gate, servers, confirmation, events);
    heartbeat =
        new Heartbeat(transport, config.connection().resolve(Heartbeat.TOPIC), gate::isUnderWay);
    eStop =
        config
            .safety()
            .eStop()
            .map(
                topic ->
                    new EStopWatch(
                        transport, config.connection().resolve(topic), this::pressed, events));
    eStopServices =
        new EStopServices(
            transport,
            config.connection(),
            parameters,
            this::pressed,
            () -> gate.state() == SafetyGate.State.EMERGENCY);
  }

  private void pressed() {
    gate.stopSoon("the e-stop is pressed", true);
  }

  /** Messages of another release than the robot file's may be read wrongly: that is said. */
  private void askRelease(Consumer<RobotEvent> events) {
    Connection connection = config.connection();
    if (connection.transport() == Connection.Transport.ROSBRIDGE) {
      var unused =
          GraphRelease.ask(transport)
              .thenAccept(
                  told ->
                      told.flatMap(name -> GraphRelease.mend(name, connection.distribution()))
                          .ifPresent(words -> events.accept(new RobotEvent.Doubted(words))));
    }
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

  /** Its parameters on the graph; whoever adds to them does so for the node that it is part of. */
  public Parameters parameters() {
    return parameters;
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
    return observer.observe(skills.freshness());
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
      return skills.run(skill, progress);
    } finally {
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

  @Override
  public void cancel() {
    skills.cancel();
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
      eStopServices.close();
      servers.close();
      observer.close();
      transport.close();
    }
  }
}
