package io.souschef.ros.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.LinkEvent;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.execution.Robot;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.world.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A robot on a ROS 2 graph: serves {@code execute_skill} ({@code
 * souschef_msgs/action/ExecuteSkill}), one skill at a time, and publishes {@code /clock}, {@code
 * /tf}, {@code joint_states}, {@code robot_state}, {@code detections}, {@code camera/image_raw},
 * {@code camera/camera_info} and {@code /diagnostics}; {@code true} on {@code e_stop} stops it. All
 * stamps are robot time. A skill whose link is lost is canceled. The robot is used on one thread of
 * this node alone; the node closes neither robot nor transport.
 */
public final class RobotNode implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RobotNode.class);
  private static final TypeName BOOL = TypeName.of("std_msgs/msg/Bool");
  private static final Duration LEAST_BETWEEN_BODIES = Duration.ofMillis(20);

  private final Robot robot;
  private final NodeSettings settings;
  private final Senses senses;
  private final StatePublisher publisher;
  private final NodeDiagnostics diagnostics = new NodeDiagnostics();
  private final ScheduledExecutorService robotThread = single("robot");
  private final ScheduledExecutorService heartbeat = single("robot-heartbeat");
  private final ScheduledExecutorService darkroom = single("robot-camera");
  private final List<Registration> registrations;
  private volatile @Nullable SkillGoal running;
  private volatile String fault = "";
  private volatile boolean developing;
  private long bodyNanos = System.nanoTime() - LEAST_BETWEEN_BODIES.toNanos();
  private volatile long nextPictureNanos = System.nanoTime();

  private RobotNode(RosTransport transport, Robot robot, NodeSettings settings, Senses senses) {
    this.robot = robot;
    this.settings = settings;
    this.senses = senses;
    publisher = new StatePublisher(transport, settings);
    publisher.eStop(false);
    registrations =
        List.of(
            transport.serveAction(
                settings.name("execute_skill"), FailureCodes.EXECUTE_SKILL, new Handler()),
            transport.watch(this::linkChanged),
            transport.subscribe(
                settings.name("e_stop"),
                BOOL,
                Qos.RELIABLE,
                message -> {
                  if (message.path("data").asBoolean()) {
                    robot.emergencyStop();
                    publisher.eStop(true);
                  }
                }));
  }

  /** Puts a robot on a graph and publishes what it perceives first. */
  public static RobotNode start(
      RosTransport transport, Robot robot, NodeSettings settings, Senses senses) {
    RobotNode node = new RobotNode(transport, robot, settings, senses);
    node.robotThread.execute(
        () -> {
          node.perceive(Optional.empty());
          node.takePicture(System.nanoTime());
        });
    long periodMs = settings.period().toMillis();
    var unused =
        node.heartbeat.scheduleAtFixedRate(node::beat, periodMs, periodMs, TimeUnit.MILLISECONDS);
    return node;
  }

  /** Says everything again, and looks around, also while nobody asks for anything. */
  private void beat() {
    publisher.again();
    if (running == null && fault.isEmpty()) {
      robotThread.execute(() -> takePicture(System.nanoTime()));
    }
  }

  /** A robot that nobody can reach any more does not go on. */
  private void linkChanged(LinkEvent event) {
    SkillGoal current = running;
    if (event instanceof LinkEvent.Down && current != null) {
      current.cancel();
    }
  }

  private static ScheduledExecutorService single(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Observes and publishes; returns the robot time of what was published. Robot's thread.
   *
   * @param ran the skill that has just ended
   */
  private double perceive(Optional<SkillGoal> ran) {
    try {
      long begun = System.nanoTime();
      Observation observation = robot.observe();
      double observeMs = (System.nanoTime() - begun) / 1e6;
      ran.ifPresent(skill -> diagnostics.ran(skill.text(), skill.ownMs() + observeMs));
      publisher.body(body(observation));
      publisher.world(observation);
      publisher.diagnostics(diagnostics.message(observation.timeS(), fault));
      return observation.timeS();
    } catch (RobotException e) {
      broken(e);
      return 0;
    }
  }

  /**
   * Publishes the body as it is now and, when it is time, a picture. Called on the robot's thread,
   * from within a skill; most calls of a fast simulation do nothing.
   */
  public void moved() {
    long now = System.nanoTime();
    if (now - bodyNanos >= LEAST_BETWEEN_BODIES.toNanos()) {
      bodyNanos = now;
      senses.body().get().ifPresent(publisher::body);
    }
    takePicture(now);
  }

  /** Takes a picture when it is time; painting is left at most a fifth of a processor. */
  private void takePicture(long now) {
    if (developing || now - nextPictureNanos < 0) {
      return;
    }
    Optional<Senses.Exposure> exposure = senses.camera().get();
    if (exposure.isPresent()) {
      developing = true;
      darkroom.execute(() -> develop(exposure.get()));
    }
  }

  private void develop(Senses.Exposure exposure) {
    long start = System.nanoTime();
    try {
      publisher.camera(exposure.develop());
    } finally {
      long end = System.nanoTime();
      nextPictureNanos = Math.max(start + settings.camera().toNanos(), end + 4 * (end - start));
      developing = false;
    }
  }

  private BodyState body(Observation observation) {
    return senses
        .body()
        .get()
        .orElseGet(
            () ->
                new BodyState(
                    observation.timeS(),
                    observation.base(),
                    Map.of(settings.gripperJoint(), observation.held().isPresent() ? 0.03 : 0.0)));
  }

  private void broken(RobotException e) {
    LOG.error("The robot is out of order", e);
    fault = String.valueOf(e.getMessage());
  }

  private final class Handler implements ActionHandler {

    @Override
    public Optional<String> refuse(ObjectNode goal) {
      if (!fault.isEmpty()) {
        return Optional.of("the robot is out of order: " + fault);
      }
      return running == null ? Optional.empty() : Optional.of("another skill is running");
    }

    @Override
    public void start(ServerGoal goal) {
      SkillGoal skill = new SkillGoal(goal, robot);
      running = skill;
      goal.onCancel(skill::cancel);
      robotThread.execute(() -> run(skill));
    }
  }

  private void run(SkillGoal skill) {
    try {
      skill.execute(progress -> moved());
    } catch (RobotException e) {
      broken(e);
    }
    double timeS = fault.isEmpty() ? perceive(Optional.of(skill)) : 0;
    running = null;
    skill.end(timeS, fault);
    publisher.again();
    takePicture(System.nanoTime());
  }

  @Override
  public void close() {
    registrations.forEach(Registration::close);
    heartbeat.shutdownNow();
    SkillGoal last = running;
    if (last != null) {
      last.cancel();
    }
    robotThread.shutdown();
    try {
      if (!robotThread.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("The robot's last skill did not end within 10 s of its cancel");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    darkroom.shutdown();
    publisher.close();
  }
}
