package io.souschef.ros.transport.dds;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.ros.TwoProcesses;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.played.PretendRobot;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.execution.Progress;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A robot served over DDS is reached over DDS. */
@Timeout(120)
class DdsRobotTest {

  private static final DdsSettings HERE =
      new DdsSettings(
          "test", OwnDomain.FIRST, Optional.of(InetAddress.getLoopbackAddress()), Wire.CYCLONE);

  @Test
  void skillsRunAndWhatTheyDidIsSeen() {
    PretendRobot body = new PretendRobot();
    try (TwoProcesses processes =
        new TwoProcesses(
            body,
            "",
            catalog -> DdsTransport.join(HERE, catalog),
            yaml -> yaml.replace("settle_s: 5", "settle_s: 20"))) {
      processes.client.arm();
      List<Progress> progress = new ArrayList<>();
      assertThat(processes.client.execute(skill(processes, "pick up the coke"), progress::add))
          .isInstanceOf(SkillResult.Succeeded.class);
      assertThat(progress).isNotEmpty();
      assertThat(processes.client.observe().held()).isPresent();
      assertThat(processes.client.execute(skill(processes, "pick up the rice chips"), p -> {}))
          .isInstanceOfSatisfying(
              SkillResult.Failed.class,
              failed -> assertThat(failed.reason()).isEqualTo(FailureReason.NOT_FOUND));
      assertThat(processes.client.observe().places()).isEqualTo(body.observe().places());
    }
  }

  private static GroundedSkill skill(TwoProcesses processes, String text) {
    return SkillLibrary.standard()
        .parse(text, processes.client.vocabulary(), processes.client.observe())
        .orElseThrow();
  }
}
