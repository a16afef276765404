package io.souschef.ros;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.played.PretendRobot;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.SkillResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner's link to a robot that goes on driving by itself is cut for some seconds. */
@Timeout(90)
class CutLinkTest {

  private final RelayFixture relay = new RelayFixture();
  private final Cable cable = new Cable(relay.uri());
  private final PretendRobot body = new PretendRobot();
  private final TwoProcesses processes =
      new TwoProcesses(
          body,
          relay.uri(),
          relay::connect,
          catalog -> relay.connectKeenly(catalog, cable.uri()),
          yaml -> yaml.replace("give_up_s: 1", "give_up_s: 60\n  confirm_s: 0.5"));

  @AfterEach
  void close() {
    body.letGo();
    cable.mend();
    processes.close();
    cable.close();
    relay.close();
  }

  /** Cut, as a cable is; or held, as a radio link is of which nothing is heard. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theGoalIsCanceledOnceTheLinkIsBackThoughTheRunIsOverByThen(boolean held) throws Exception {
    processes.client.arm();
    GroundedSkill skill =
        SkillLibrary.standard()
            .parse("go to the table", body.vocabulary(), processes.client.observe())
            .orElseThrow();
    body.holdSkills();
    CompletableFuture<SkillResult> result =
        CompletableFuture.supplyAsync(() -> processes.client.execute(skill, progress -> {}));
    body.awaitBegun();
    if (held) {
      cable.hold();
    } else {
      cable.cut();
    }
    SkillResult ended = result.get(40, TimeUnit.SECONDS);
    assertThat(ended.succeeded()).isFalse();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(processes.client::close);
    while (processes.events(RobotEvent.NotConfirmed.class).size() < 2) {
      Thread.sleep(10);
    }
    assertThat(processes.events(RobotEvent.NotConfirmed.class).get(0).unconfirmed())
        .startsWith("/execute_skill (")
        .endsWith("; the link is down");
    assertThat(body.isMoving()).isTrue();
    assertThat(closed).isNotDone();
    cable.mend();
    closed.get(40, TimeUnit.SECONDS);
    assertThat(body.isMoving()).isFalse();
    assertThat(processes.events(RobotEvent.StoppedLater.class))
        .singleElement()
        .satisfies(later -> assertThat(later.confirmed()).containsExactly("/execute_skill"));
  }

  /** It is on its way and goes on, while the planner's skill has failed. */
  private void drivesWhenTheLinkIsCut() throws Exception {
    processes.client.arm();
    GroundedSkill skill =
        SkillLibrary.standard()
            .parse("go to the table", body.vocabulary(), processes.client.observe())
            .orElseThrow();
    body.holdSkills();
    CompletableFuture<SkillResult> result =
        CompletableFuture.supplyAsync(() -> processes.client.execute(skill, progress -> {}));
    body.awaitBegun();
    cable.cut();
    assertThat(result.get(40, TimeUnit.SECONDS).succeeded()).isFalse();
  }

  @Test
  void whatEndsWhileTheLinkIsDownIsSeenToHaveEndedOnceItIsBack() throws Exception {
    drivesWhenTheLinkIsCut();
    body.letGo();
    while (body.isMoving() || processes.events(RobotEvent.NotConfirmed.class).isEmpty()) {
      Thread.sleep(10);
    }
    assertThat(processes.events(RobotEvent.StoppedLater.class)).isEmpty();
    cable.mend();
    while (processes.events(RobotEvent.StoppedLater.class).isEmpty()) {
      Thread.sleep(10);
    }
    while (processes.client.stillBecause().isPresent()) {
      try {
        processes.client.arm();
      } catch (IllegalStateException e) {
        Thread.sleep(10); // the other socket is on its way back
      }
    }
    assertThat(body.skillsBegun()).isEqualTo(1);
  }

  @Test
  void whoGivesUpIsNotKeptWaitingAndIsToldWhatIsNotKnown() throws Exception {
    drivesWhenTheLinkIsCut();
    CompletableFuture<Void> closed = CompletableFuture.runAsync(processes.client::close);
    while (processes.events(RobotEvent.NotConfirmed.class).isEmpty()) {
      Thread.sleep(10);
    }
    processes.client.giveUp();
    closed.get(20, TimeUnit.SECONDS);
    assertThat(body.isMoving()).isTrue();
  }
}
