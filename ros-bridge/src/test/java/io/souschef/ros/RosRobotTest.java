package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.played.PretendRobot;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Observation;
import io.souschef.skills.world.ObservedObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RosRobotTest {

  private final RelayFixture relay = new RelayFixture();
  private final PretendRobot body = new PretendRobot();
  private TwoProcesses processes = processes(UnaryOperator.identity());

  private TwoProcesses processes(UnaryOperator<String> edit) {
    return new TwoProcesses(body, relay.uri(), relay::connect, edit);
  }

  private void with(UnaryOperator<String> edit) {
    processes.close();
    processes = processes(edit);
  }

  @AfterEach
  void close() {
    body.letGo();
    processes.close();
    relay.close();
  }

  private GroundedSkill skill(String text) {
    return SkillLibrary.standard()
        .parse(text, body.vocabulary(), processes.client.observe())
        .orElseThrow();
  }

  private SkillResult execute(String text) {
    return processes.client.execute(skill(text), progress -> {});
  }

  /** Starts a skill that lasts, and returns once it moves. */
  private CompletableFuture<SkillResult> begin(String text) throws Exception {
    GroundedSkill skill = skill(text);
    body.holdSkills();
    CompletableFuture<SkillResult> result =
        CompletableFuture.supplyAsync(() -> processes.client.execute(skill, progress -> {}));
    body.awaitBegun();
    return result;
  }

  private static SkillResult soon(CompletableFuture<SkillResult> result) throws Exception {
    return result.get(20, TimeUnit.SECONDS);
  }

  private static FailureReason reason(SkillResult result) {
    assertThat(result).isInstanceOf(SkillResult.Failed.class);
    return ((SkillResult.Failed) result).reason();
  }

  @Test
  void itObservesWhatTheRobotBehindItObserves() {
    Observation here = body.observe();
    Observation there = processes.client.observe();
    assertThat(there.base()).isEqualTo(here.base());
    assertThat(there.at()).isEqualTo(here.at());
    assertThat(there.places()).isEqualTo(here.places());
    assertThat(there.objects()).usingRecursiveComparison().isEqualTo(here.objects());
  }

  @Test
  void whatASkillDidIsSeenRightAfterIt() {
    processes.client.arm();
    assertThat(execute("pick up the coke").succeeded()).isTrue();
    Observation holding = processes.client.observe();
    assertThat(holding.held().map(ObservedObject::id)).contains("coke-1");
    assertThat(holding.objects()).isEmpty();
    assertThat(execute("go to the table").succeeded()).isTrue();
    assertThat(processes.client.observe().at()).contains("table");
    assertThat(execute("bring it to you").succeeded()).isTrue();
    assertThat(processes.client.observe().held()).isEmpty();
  }

  @Test
  void nothingMovesBeforeItIsArmed() {
    assertThatThrownBy(() -> execute("go to the table"))
        .isInstanceOf(RobotException.class)
        .hasMessage(
            "The robot does not move: it was not armed yet; arm it (--arm) when that is safe");
    assertThat(processes.client.observe().at()).contains("user");
  }

  @Test
  void aFailureKeepsItsReasonAndSentence() {
    processes.client.arm();
    SkillResult result = execute("pick up the rice chips");
    assertThat(reason(result)).isEqualTo(FailureReason.NOT_FOUND);
    assertThat(result.message()).isEqualTo("There is none");
    assertThat(result.durationS()).isEqualTo(2);
  }

  @Test
  void everyCommandIsInTheTraceWithItsReason() {
    processes.client.arm();
    execute("go to the table");
    assertThat(processes.events(RobotEvent.CommandSent.class))
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.skill()).isEqualTo("go to the table");
              assertThat(sent.name()).isEqualTo("/execute_skill");
              assertThat(sent.fields().path("argument_values").get(0).asText()).isEqualTo("table");
            });
    assertThat(processes.events(RobotEvent.CommandEnded.class))
        .extracting(RobotEvent.CommandEnded::outcome)
        .containsExactly("succeeded");
  }

  @Test
  void aHeartbeatSaysWhetherACommandIsUnderWay() throws Exception {
    processes.client.arm();
    try (RosTransport ears = relay.connect(MessageCatalog.standard(Distribution.JAZZY))) {
      BlockingQueue<Boolean> beats = new LinkedBlockingQueue<>();
      ears.subscribe(
          "/souschef/heartbeat",
          TypeName.of("std_msgs/msg/Bool"),
          RosTransport.Qos.RELIABLE,
          message -> beats.add(message.path("data").asBoolean()));
      assertThat(beats.poll(20, TimeUnit.SECONDS)).isFalse();
      CompletableFuture<SkillResult> result = begin("go to the table");
      while (!Boolean.TRUE.equals(beats.poll(20, TimeUnit.SECONDS))) {
        assertThat(result).isNotDone();
      }
      body.letGo();
      assertThat(soon(result).succeeded()).isTrue();
      beats.clear();
      while (!Boolean.FALSE.equals(beats.poll(20, TimeUnit.SECONDS))) {
        assertThat(processes.client.stillBecause()).isEmpty();
      }
    }
  }

  @Test
  void cancelEndsTheRunningSkillAsCanceled() throws Exception {
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin("go to the table");
    processes.client.cancel();
    assertThat(soon(result)).isInstanceOf(SkillResult.Canceled.class);
    assertThat(body.isMoving()).isFalse();
    body.letGo();
    assertThat(execute("go to the table").succeeded()).isTrue();
  }

  @Test
  void anEmergencyStopCancelsWhatRunsAndRefusesFromThenOn() throws Exception {
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin("go to the table");
    processes.client.emergencyStop();
    assertThat(soon(result).succeeded()).isFalse();
    assertThat(processes.events(RobotEvent.Stopped.class))
        .singleElement()
        .satisfies(
            stopped -> {
              assertThat(stopped.confirmed()).containsExactly("/execute_skill");
              assertThat(stopped.unconfirmed()).isEmpty();
            });
    assertThat(reason(execute("go to the table"))).isEqualTo(FailureReason.REJECTED);
    assertThatThrownBy(processes.client::arm).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLostLinkStopsTheRobotAndItStaysStopped() throws Exception {
    with(yaml -> yaml.replace("give_up_s: 1", "give_up_s: 1\n  confirm_s: 0.5"));
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin("go to the table");
    relay.cutEverything();
    assertThat(reason(soon(result))).isEqualTo(FailureReason.ROBOT_FAULT);
    assertThatThrownBy(() -> execute("go to the table"))
        .isInstanceOf(RobotException.class)
        .hasMessageContaining("lost");
    processes.client.close();
    assertThat(processes.events(RobotEvent.Stopped.class)).isNotEmpty();
    assertThat(processes.events(RobotEvent.LinkChanged.class))
        .anySatisfy(change -> assertThat(change.up()).isFalse());
  }

  @Test
  void aMissedDeadlineIsAnOrdinaryFailureWhenTheRobotConfirmsItsStop() throws Exception {
    with(yaml -> yaml.replace("deadline_s: 300", "deadline_s: 3"));
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin("go to the table");
    assertThat(reason(soon(result))).isEqualTo(FailureReason.TIMED_OUT);
    assertThat(body.isMoving()).isFalse();
    body.letGo();
    assertThat(execute("go to the table")).isNotNull();
  }

  @Test
  void aRobotThatIgnoresCancelsIsSentNothingMoreAfterItsDeadline() throws Exception {
    with(
        yaml ->
            yaml.replace("deadline_s: 300", "deadline_s: 3")
                .replace("pose_timeout_s: 10", "pose_timeout_s: 10\n  confirm_s: 4"));
    processes.client.arm();
    body.ignoreCancels();
    CompletableFuture<SkillResult> result = begin("go to the table");
    assertThat(soon(result).message())
        .isEqualTo(
            "/execute_skill did not end within 3 s; NOT confirmed as stopped: /execute_skill (it"
                + " says that it is canceling, its end was not seen)");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> execute("go to the table")).isInstanceOf(RobotException.class);
      assertThatThrownBy(processes.client::arm).isInstanceOf(IllegalStateException.class);
    }
    assertThat(body.skillsBegun()).isEqualTo(1);
  }

  @Test
  void aRobotThatDoesNotHearTheCancelIsReportedAsNotStopped() throws Exception {
    with(
        yaml ->
            yaml.replace("deadline_s: 300", "deadline_s: 3")
                .replace("pose_timeout_s: 10", "pose_timeout_s: 10\n  confirm_s: 0.3"));
    processes.client.arm();
    execute("go to the table");
    relay.graph.cancelsAreSwallowed = true;
    CompletableFuture<SkillResult> result = begin("go to the table");
    assertThat(soon(result).message())
        .contains("NOT confirmed as stopped: /execute_skill (its server does not answer)");
    assertThatThrownBy(() -> execute("go to the table")).isInstanceOf(RobotException.class);
  }

  @Test
  void aCancelTakesEffectThoughTheGoalBlocksItsSocket() throws Exception {
    relay.graph.goalsBlockTheirSocket = true;
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin("go to the table");
    processes.client.cancel();
    assertThat(soon(result)).isInstanceOf(SkillResult.Canceled.class);
  }

  @Test
  void aServerThatDiesFailsTheSkill() throws Exception {
    with(yaml -> yaml.replace("give_up_s: 1", "give_up_s: 1\n  confirm_s: 0.5"));
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin("go to the table");
    processes.server.close();
    assertThat(soon(result).succeeded()).isFalse();
  }

  @Test
  void aPoseThatIsNoLongerHeardStopsTheRobot() throws Exception {
    with(yaml -> yaml.replace("pose_timeout_s: 10", "pose_timeout_s: 3\n  confirm_s: 0.5"));
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin("go to the table");
    processes.server.close();
    SkillResult ended = soon(result);
    assertThat(reason(ended)).isEqualTo(FailureReason.ROBOT_FAULT);
  }
}
