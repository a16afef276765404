package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.played.PlayedManipulator;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shipped robot file, word for word, against servers like Nav2's and a gripper's. */
@Timeout(90)
class ShippedExampleTest {

  private static final RobotConfig FILE = ShippedFile.patient("nav2-gripper.yaml");

  private final RelayFixture relay = new RelayFixture();
  private final List<RobotEvent> events = new CopyOnWriteArrayList<>();
  private final RosTransport graph = relay.connect(FILE.catalog());
  private PlayedManipulator body;
  private RosRobot robot;
  private SkillLibrary library;

  @BeforeEach
  void start() {
    body =
        new PlayedManipulator(
            graph,
            Map.of(
                "coke_can", Pose.upright(3.0, 1.1, 0.8, 0),
                "apple", Pose.upright(2.8, 0.8, 0.78, 0),
                "sponge", Pose.upright(0.6, 4.0, 0.93, 0)));
    robot =
        new RosRobot(relay.connect(FILE.catalog()), FILE, StepConfirmation.NOT_NEEDED, events::add);
    library = SkillLibrary.standard().only(robot.mapping()::runs);
    robot.arm();
  }

  @AfterEach
  void close() {
    robot.close();
    body.close();
    graph.close();
    relay.close();
  }

  private SkillResult execute(String text) {
    Observation now = robot.observe();
    GroundedSkill skill =
        library
            .parse(text, robot.vocabulary(), now)
            .orElseThrow(() -> new AssertionError("'%s' is no candidate".formatted(text)));
    return robot.execute(skill, progress -> {});
  }

  private void well(String text) {
    assertThat(execute(text)).as(text).isInstanceOf(SkillResult.Succeeded.class);
  }

  /** What the robot sees of a kind; a detection may be on its way still. */
  private ObservedObject perceived(String kind) {
    Optional<ObservedObject> seen = Optional.empty();
    for (long until = System.nanoTime() + 40_000_000_000L;
        seen.isEmpty() && System.nanoTime() < until;
        seen = robot.observe().objectsOf(kind).findFirst()) {
      Thread.onSpinWait();
    }
    return seen.orElseThrow();
  }

  @Test
  void itFetchesPutsAwayThrowsAwayAndBrings() {
    well("go to the table");
    well("find a coke");
    well("pick up the coke");
    assertThat(robot.observe().held().map(ObservedObject::kind)).contains("coke");
    well("put the coke in the trash can");
    assertThat(body.where("coke_can").orElseThrow().x()).isEqualTo(3.6);
    well("find an apple");
    well("pick up the apple");
    well("go to the counter");
    well("put down the apple");
    assertThat(body.where("apple").orElseThrow().y()).isEqualTo(4.1);
    well("find a sponge");
    well("pick up the sponge");
    well("bring it to you");
    assertThat(body.log()).endsWith("drive to -0.3 0.5", "hand over sponge");
    assertThat(perceived("sponge").place()).contains("user");
    assertThat(perceived("coke").place()).contains("trash can");
    assertThat(events).noneMatch(RobotEvent.CommandRefused.class::isInstance);
    assertThat(events).noneMatch(RobotEvent.Stopped.class::isInstance);
  }

  @Test
  void whatHasNoCommandsIsNoCandidateAndEveryReferenceMeansSomething() {
    assertThat(library.actions())
        .containsExactlyInAnyOrder("find", "pick_up", "put_down", "put", "go_to", "bring", "done");
    assertThat(robot.mapping().faults(library.templates())).isEmpty();
    assertThat(robot.mapping().unused(library.templates())).isEmpty();
  }

  @Test
  void whatIsOutOfSightForTooLongIsNotPickedUpFromMemory() throws Exception {
    well("go to the table");
    ObservedObject coke = perceived("coke");
    assertThat(coke.visible()).isTrue();
    well("go to the user");
    Thread.sleep(5500);
    assertThat(execute("pick up the coke"))
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.NOT_FOUND);
              assertThat(failed.message())
                  .startsWith("The coke was last seen ")
                  .endsWith("this skill needs a pose of at most 5.0 s (max_age_s)");
            });
    assertThat(body.log()).noneMatch(line -> line.startsWith("pick"));
  }
}
