package io.souschef.ros.perception;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Perception.Gripper;
import io.souschef.ros.mapping.RosValues;
import io.souschef.skills.world.ObservedObject;
import io.souschef.skills.world.Pose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gripper's joint says against what a skill has said, messages on their way included. */
class HandSenseTest {

  private static final double OPEN = 0.08;
  private static final double AROUND = 0.03;
  private static final double NO_STAMP = 0;
  private static final ObservedObject COKE =
      new ObservedObject(
          "coke_1",
          "coke",
          Pose.upright(1, 0, 0.8, 0),
          Optional.of("table"),
          0.07,
          0.07,
          0.12,
          0.9,
          5,
          true);

  private final List<String> doubts = new ArrayList<>();
  private final HandSense hand =
      new HandSense(
          Optional.of(new Gripper("joint_states", "finger_joint", 0.004, 0.075)), doubts::add);

  private void hears(double position, double stampS, double heardS) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.set("header", RosValues.header(stampS, ""));
    message.putArray("name").add("wheel").add("finger_joint");
    message.putArray("position").add(1.5).add(position);
    hand.joints(message, (long) (heardS * 1e9));
  }

  @Test
  void aFingerThatClosesOnNothingForAWhileHasLostIt() {
    hand.holds(COKE);
    for (int i = 0; i <= 10; i++) {
      hears(0, 100 + i * 0.04, 7 + i * 0.04);
    }
    assertThat(hand.held()).isEmpty();
    assertThat(doubts)
        .containsExactly("the gripper feels nothing, so coke_1 has slipped out of it");
  }

  @Test
  void aBacklogThatComesAllAtOnceSaysNothing() {
    hand.holds(COKE);
    for (int i = 0; i < 20; i++) {
      hears(OPEN, 100 + i * 0.04, 7 + i * 1e-4);
    }
    assertThat(hand.held()).contains(COKE);
  }

  @Test
  void twoOldMessagesWithAPauseBetweenThemSayNothing() {
    hand.holds(COKE);
    hears(OPEN, 100.00, 7);
    hears(OPEN, 100.04, 9);
    assertThat(hand.held()).contains(COKE);
  }

  @Test
  void withoutStampsTheTimeOfHearingCounts() {
    hand.holds(COKE);
    hears(0, NO_STAMP, 7);
    hears(0, NO_STAMP, 7.2);
    assertThat(hand.held()).contains(COKE);
    hears(0, NO_STAMP, 7.4);
    assertThat(hand.held()).isEmpty();
  }

  @Test
  void whatWasFeltBeforeTheGraspDoesNotCount() {
    hears(OPEN, 100, 7);
    hand.holds(COKE);
    hears(OPEN, 100.4, 7.4);
    hears(AROUND, 100.5, 7.5);
    hears(OPEN, 100.6, 7.6);
    assertThat(hand.held()).contains(COKE);
    assertThat(doubts).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aJointThatHasNoPositionSaysNothing(double position) {
    hand.holds(COKE);
    hears(position, 100, 7);
    hears(position, 101, 8);
    assertThat(hand.held()).contains(COKE);
    assertThat(doubts).isEmpty();
  }

  @Test
  void stampsThatStandStillOrRunBackwardsSayNothing() {
    hand.holds(COKE);
    hears(OPEN, 100, 7);
    hears(OPEN, 100, 8);
    hears(OPEN, 99, 9);
    assertThat(hand.held()).contains(COKE);
  }

  @Test
  void aThingThatNoSkillHasGraspedIsToldAndHasNoName() {
    hears(AROUND, 100, 7);
    hears(AROUND, 100.4, 7.4);
    assertThat(hand.held()).isEmpty();
    assertThat(doubts).containsExactly("the gripper feels something that no skill has grasped");
  }
}
