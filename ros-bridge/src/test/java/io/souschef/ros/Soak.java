package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.node.ClientFile;
import io.souschef.ros.node.NodeSettings;
import io.souschef.ros.node.RobotNode;
import io.souschef.ros.node.Senses;
import io.souschef.ros.played.PretendRobot;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Links that are lost and servers that die at random moments of a skill, again and again. No fault
 * may hang, leave a goal running, or be missing in the trace.
 */
public final class Soak {

  private static final Duration PERIOD = Duration.ofMillis(50);
  private static final long PATIENCE_S = 60;

  private final Function<MessageCatalog, RosTransport> connect;
  private final Optional<Runnable> cut;
  private final PretendRobot body = new PretendRobot();
  private final List<RobotEvent> events = new CopyOnWriteArrayList<>();
  private final RobotConfig config;

  /**
   * A soak.
   *
   * @param url of rosbridge; empty for DDS
   * @param cut cuts every link; empty where there are none, so that only servers die
   */
  public Soak(String url, Function<MessageCatalog, RosTransport> connect, Optional<Runnable> cut) {
    this.connect = connect;
    this.cut = cut;
    config =
        RobotConfig.parse(
            "soak.yaml",
            ClientFile.yaml(body.vocabulary(), url, 0, "")
                .replace("pose_timeout_s: 10", "pose_timeout_s: 10\n  confirm_s: 1\n  give_up_s: 1")
                // A goal that no server was there to hear is never answered: its deadline ends it.
                .replace("deadline_s: 300", "deadline_s: 5"));
  }

  /** The robot's side, which can die and be born again. */
  private final class Server {
    private final RosTransport transport = connect.apply(config.catalog());
    private final RobotNode node =
        RobotNode.start(
            transport,
            body,
            new NodeSettings("", "gripper_finger_joint", PERIOD, Duration.ofSeconds(1)),
            Senses.NONE);

    void die() {
      transport.close();
      node.close();
    }
  }

  /**
   * Goes on for some faults.
   *
   * @return the longest time from noticing a fault to the last cancel handed over, milliseconds
   */
  public double run(int rounds) throws Exception {
    SplittableRandom random = new SplittableRandom(6);
    Server server = new Server();
    double slowestMs = 0;
    try (RosRobot robot =
        new RosRobot(
            connect.apply(config.catalog()), config, StepConfirmation.NOT_NEEDED, events::add)) {
      GroundedSkill skill =
          SkillLibrary.standard()
              .parse("go to the table", body.vocabulary(), robot.observe())
              .orElseThrow();
      for (int round = 1; round <= rounds; round++) {
        arm(robot);
        events.clear();
        body.holdSkills();
        CompletableFuture<SkillResult> result =
            CompletableFuture.supplyAsync(() -> robot.execute(skill, progress -> {}));
        boolean early = random.nextInt(4) == 0;
        while (!early && !body.isMoving() && !result.isDone()) {
          Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(60));
        boolean linkLost = cut.isPresent() && random.nextBoolean();
        if (linkLost) {
          cut.get().run();
        } else {
          server.die();
          server = new Server();
        }
        SkillResult ended = end(round, result);
        assertThat(ended.succeeded()).as("round %d: %s", round, ended.message()).isFalse();
        awaitStill(round);
        requireInTrace(round, linkLost, ended);
        slowestMs =
            events.stream()
                .filter(RobotEvent.Stopped.class::isInstance)
                .mapToDouble(event -> ((RobotEvent.Stopped) event).noticedToSentMs())
                .reduce(slowestMs, Math::max);
        body.letGo();
      }
    }
    server.die();
    return slowestMs;
  }

  private SkillResult end(int round, CompletableFuture<SkillResult> result) throws Exception {
    try {
      return result.get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Round %d hangs after %s".formatted(round, events), e);
    }
  }

  /** The link may still be on its way back. */
  private static void arm(RosRobot robot) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (robot.stillBecause().isPresent()) {
      try {
        robot.seenStandingStill(); // a server that died never says how its goal ended
        robot.arm();
      } catch (IllegalStateException e) {
        assertThat(System.nanoTime()).as(e.getMessage()).isLessThan(until);
        Thread.sleep(20);
      }
    }
  }

  private void awaitStill(int round) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (body.isMoving()) {
      assertThat(System.nanoTime()).as("round %d: a goal still runs", round).isLessThan(until);
      Thread.sleep(10);
    }
  }

  /** A lost link is told; a skill ends with a stop, a refusal, or its command's own end. */
  private void requireInTrace(int round, boolean linkLost, SkillResult ended)
      throws InterruptedException {
    assertThat(events)
        .as("round %d, ended with %s", round, ended)
        .anyMatch(
            event ->
                event instanceof RobotEvent.CommandEnded
                    || event instanceof RobotEvent.CommandRefused
                    || event instanceof RobotEvent.Stopped);
    // A skill may be refused before the loss is noticed.
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (linkLost
        && events.stream()
            .noneMatch(event -> event instanceof RobotEvent.LinkChanged change && !change.up())) {
      assertThat(System.nanoTime()).as("round %d: no lost link", round).isLessThan(until);
      Thread.sleep(10);
    }
  }
}
