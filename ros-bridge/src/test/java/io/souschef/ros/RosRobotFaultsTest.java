package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.played.PretendRobot;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the gate does while the other side plays up. */
@Timeout(60)
class RosRobotFaultsTest {

  private final RelayFixture relay = new RelayFixture();
  private final PretendRobot body = new PretendRobot();
  private TwoProcesses processes = processes(UnaryOperator.identity());

  private TwoProcesses processes(UnaryOperator<String> edit) {
    return new TwoProcesses(body, relay.uri(), relay::connect, edit);
  }

  @AfterEach
  void close() {
    body.letGo();
    processes.close();
    relay.close();
  }

  private GroundedSkill go() {
    return SkillLibrary.standard()
        .parse("go to the table", body.vocabulary(), processes.client.observe())
        .orElseThrow();
  }

  private CompletableFuture<SkillResult> begin() throws Exception {
    GroundedSkill skill = go();
    body.holdSkills();
    CompletableFuture<SkillResult> result =
        CompletableFuture.supplyAsync(() -> processes.client.execute(skill, progress -> {}));
    body.awaitBegun();
    return result;
  }

  private static SkillResult soon(CompletableFuture<SkillResult> result) throws Exception {
    return result.get(40, TimeUnit.SECONDS);
  }

  private RobotEvent.Stopped stopped() throws InterruptedException {
    while (processes.events(RobotEvent.Stopped.class).isEmpty()) {
      Thread.sleep(10);
    }
    return processes.events(RobotEvent.Stopped.class).get(0);
  }

  private void awaitStill() throws InterruptedException {
    while (body.isMoving()) {
      Thread.sleep(10);
    }
  }

  @Test
  void trueOnTheEmergencyTopicStopsItForGood() throws Exception {
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin();
    try (RosTransport button = relay.connect(MessageCatalog.standard(Distribution.JAZZY));
        RosTransport.Publication topic =
            button.advertise("/e_stop", TypeName.of("std_msgs/msg/Bool"), Qos.RELIABLE)) {
      topic.publish(JsonNodeFactory.instance.objectNode().put("data", true));
      assertThat(soon(result).succeeded()).isFalse();
    }
    awaitStill();
    assertThat(stopped().reason()).isEqualTo("the e-stop is pressed");
    while (processes.client.stillBecause().isEmpty()) {
      Thread.sleep(10);
    }
    assertThat(processes.client.execute(go(), progress -> {}))
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.REJECTED));
    assertThatThrownBy(processes.client::arm).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void stoppingByHandCancelsWhatRunsAndSaysWhatCameOfIt() throws Exception {
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin();
    RobotEvent.Stopped stopped = processes.client.stop("Ctrl-C was pressed", false);
    assertThat(stopped.confirmed()).containsExactly("/execute_skill");
    assertThat(stopped.unconfirmed()).isEmpty();
    assertThat(soon(result)).isInstanceOf(SkillResult.Canceled.class);
    awaitStill();
    assertThat(processes.client.stillBecause()).contains("Ctrl-C was pressed");
  }

  @Test
  void aGoalThatLosesItsOwnSocketAloneIsCanceledOnTheOthers() throws Exception {
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin();
    relay.cutGoals();
    assertThat(soon(result))
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(FailureReason.ROBOT_FAULT));
    awaitStill();
    assertThat(stopped().reason()).contains("/execute_skill was lost");
    assertThat(processes.events(RobotEvent.LinkChanged.class)).isEmpty();
    assertThat(processes.client.stillBecause()).isPresent();
  }

  @Test
  void theRobotIsStoppedBeforeAnybodyIsToldOfALostLink() throws Exception {
    CountDownLatch still = new CountDownLatch(1);
    processes.witness =
        event -> {
          if (event instanceof RobotEvent.LinkChanged) {
            awaitQuietly(still);
          }
        };
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin();
    relay.cutObservers();
    awaitStill();
    still.countDown();
    assertThat(soon(result).succeeded()).isFalse();
    assertThat(stopped().reason()).startsWith("the link was lost");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void garbageInTheMidstOfASkillIsDroppedAndTheSkillEndsWell() throws Exception {
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin();
    relay.sendToAll("\u0000\uffff not JSON {");
    relay.sendToAll("[1, 2, 3]");
    relay.sendToAll("{\"op\": \"publish\", \"topic\": \"/tf\", \"msg\": {\"transforms\": 7}}");
    relay.sendToAll("{\"op\": \"action_result\", \"id\": \"nobody's\", \"status\": 4}");
    relay.sendToAll("{\"op\": 12}");
    body.letGo();
    assertThat(soon(result)).isInstanceOf(SkillResult.Succeeded.class);
    assertThat(processes.events(RobotEvent.Stopped.class)).isEmpty();
  }

  @Test
  void framesOfTenMegabytesDoNotKeepACancelFromArriving() throws Exception {
    processes.client.arm();
    CompletableFuture<SkillResult> result = begin();
    String frame =
        "{\"op\": \"publish\", \"topic\": \"/camera\", \"msg\": {\"data\": \"%s\"}}"
            .formatted("x".repeat(10 << 20));
    relay.sendToAll(frame);
    relay.sendToAll(frame);
    processes.client.cancel();
    // Canceled, or stopped where so much reading made the link look lost.
    assertThat(soon(result).succeeded()).isFalse();
    awaitStill();
  }

  @Test
  void aServerThatReadsSlowlyIsWaitedFor() throws Exception {
    processes.client.arm();
    relay.graph.readDelayMs = 200;
    CompletableFuture<SkillResult> result = begin();
    processes.client.cancel();
    assertThat(soon(result)).isInstanceOf(SkillResult.Canceled.class);
    awaitStill();
  }

  @Test
  void aGoalThatIsNotTakenOnFailsSoonAndTheNextOneIsSent() throws Exception {
    processes.close();
    processes = processes(yaml -> yaml.replace("give_up_s: 1", "give_up_s: 1\n  accept_s: 4"));
    processes.client.arm();
    assertThat(processes.client.execute(go(), progress -> {}).succeeded()).isTrue();
    relay.graph.goalsAreRejectedSilently = true;
    assertThat(processes.client.execute(go(), progress -> {}))
        .isInstanceOfSatisfying(
            SkillResult.Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.REJECTED);
              assertThat(failed.message()).contains("did not take the goal on within");
            });
    relay.graph.goalsAreRejectedSilently = false;
    assertThat(processes.client.execute(go(), progress -> {}).succeeded()).isTrue();
    assertThat(processes.events(RobotEvent.Stopped.class)).isEmpty();
  }

  @Test
  void aGoalThatIsRejectedWithoutAWordEndsAtItsDeadline() throws Exception {
    processes.close();
    processes =
        processes(
            yaml ->
                yaml.replace("deadline_s: 300", "deadline_s: 1")
                    .replace("give_up_s: 1", "give_up_s: 1\n  confirm_s: 0.5"));
    processes.client.arm();
    processes.client.execute(go(), progress -> {});
    relay.graph.resultsAreSwallowed = true;
    SkillResult result = processes.client.execute(go(), progress -> {});
    assertThat(result.succeeded()).isFalse();
    assertThat(stopped().reason()).contains("did not end within 1 s");
  }
}
