package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.played.PlayedManipulator;
import io.souschef.ros.played.PlayedMoveIt;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The shipped file for MoveIt 2, against a MoveGroup and a planning scene that are played. */
@Timeout(90)
class MoveItExampleTest {

  private static final RobotConfig FILE = ShippedFile.patient("moveit2.yaml");

  private final RelayFixture relay = new RelayFixture();
  private final List<RobotEvent> events = new CopyOnWriteArrayList<>();
  private final RosTransport graph = relay.connect(FILE.catalog());
  private PlayedManipulator body;
  private PlayedMoveIt moveIt;
  private RosRobot robot;
  private SkillLibrary library;

  @BeforeEach
  void start() {
    body =
        new PlayedManipulator(
            graph,
            Map.of(
                "coke_can", Pose.upright(3.0, 1.1, 0.8, 0),
                "apple", Pose.upright(3.0, 0.8, 0.78, 0)));
    moveIt = new PlayedMoveIt(graph, body::base);
    body.reachesBy(moveIt::fingertips);
    robot =
        new RosRobot(relay.connect(FILE.catalog()), FILE, StepConfirmation.NOT_NEEDED, events::add);
    library = SkillLibrary.standard().only(robot.mapping()::runs);
    robot.arm();
  }

  @AfterEach
  void close() {
    robot.close();
    moveIt.close();
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

  @Test
  void itPicksUpFromAboveCarriesAndPutsDownAndTheSceneKnows() {
    well("go to the table");
    well("find a coke");
    well("pick up the coke");
    assertThat(moveIt.log())
        .containsExactly(
            "know coke_can",
            "fingertips 0.12 above",
            "fingertips 0.00 above",
            "attach coke_can",
            "posture");
    assertThat(moveIt.attached()).containsExactly("coke_can");
    well("put the coke on the counter");
    assertThat(body.where("coke_can"))
        .hasValueSatisfying(
            pose -> {
              assertThat(pose.x()).isCloseTo(0.4, within(1e-6));
              assertThat(pose.z()).isCloseTo(0.97, within(1e-6));
            });
    assertThat(moveIt.attached()).isEmpty();
    assertThat(events).noneMatch(RobotEvent.CommandRefused.class::isInstance);
    assertThat(events).noneMatch(RobotEvent.Stopped.class::isInstance);
  }

  @Test
  void whatMoveItCannotReachIsUnreachableByItsOwnCode() {
    well("go to the table");
    well("find an apple");
    body.drivesAway(1.0);
    assertThat(execute("pick up the apple"))
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.UNREACHABLE));
    assertThat(moveIt.attached()).isEmpty();
  }

  @Test
  void everyReferenceMeansSomething() {
    assertThat(robot.mapping().faults(library.templates())).isEmpty();
    assertThat(robot.mapping().unused(library.templates())).isEmpty();
  }
}
