package io.souschef.ros.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.mapping.RosValues;
import io.souschef.ros.played.PlayedTopics;
import io.souschef.ros.safety.ActionStatuses.Heard;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.GoalStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is made of the statuses of goals, by servers that lie, repeat themselves or start anew. */
class ActionStatusesTest {

  private static final UUID ID = new UUID(1, 2);

  private final PlayedTopics topics = new PlayedTopics();
  private final ActionStatuses statuses = new ActionStatuses(topics, Set.of("/drive"));

  private static ObjectNode list() {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putArray("status_list");
    return message;
  }

  private void hears(ObjectNode message) {
    topics.tell("/drive/_action/status", message);
  }

  private static ObjectNode entry(UUID id, GoalStatus status, double stampS) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode().put("status", status.code());
    ObjectNode info = entry.putObject("goal_info");
    info.putObject("goal_id").put("uuid", GoalIds.bytes(id));
    info.set("stamp", RosValues.time(stampS));
    return entry;
  }

  private void hears(GoalStatus status, double stampS) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putArray("status_list").add(entry(ID, status, stampS));
    hears(message);
  }

  private Heard only() {
    List<Heard> all = statuses.of("/drive");
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  void whatHasEndedStaysSoWhateverComesLate() {
    hears(GoalStatus.SUCCEEDED, 7);
    Heard ended = only();
    hears(GoalStatus.EXECUTING, 7);
    assertThat(only()).isEqualTo(ended);
  }

  @Test
  void anIdThatIsGivenToAnotherGoalIsAnotherGoal() {
    hears(GoalStatus.ABORTED, 7);
    Heard ended = only();
    hears(GoalStatus.EXECUTING, 9);
    assertThat(only().isOver()).isFalse();
    assertThat(only().life()).isNotEqualTo(ended.life());
  }

  @Test
  void aServerThatStartsAnewForgetsAndItsIdsMeanOtherGoals() {
    hears(GoalStatus.SUCCEEDED, 0);
    Heard ended = only();
    hears(list());
    assertThat(only().isOver()).isTrue();
    hears(GoalStatus.ACCEPTED, 0);
    assertThat(only().isOver()).isFalse();
    assertThat(only().life()).isNotEqualTo(ended.life());
    Heard running = only();
    hears(GoalStatus.CANCELING, 0);
    assertThat(only().life()).isEqualTo(running.life());
    hears(GoalStatus.CANCELED, 0);
    assertThat(only().isOver()).isTrue();
  }

  @Test
  void aServerThatStampsAnewWhatHasEndedTellsOfNoOtherGoal() {
    hears(GoalStatus.SUCCEEDED, 7);
    Heard ended = only();
    hears(GoalStatus.SUCCEEDED, 8);
    assertThat(only().life()).isEqualTo(ended.life());
  }

  @Test
  void oneThatRunsIsNotForgottenForAThousandThatHaveEnded() {
    hears(GoalStatus.EXECUTING, 7);
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    ArrayNode all = message.putArray("status_list");
    for (int i = 0; i < 1000; i++) {
      all.add(entry(new UUID(7, i), GoalStatus.SUCCEEDED, i));
    }
    hears(message);
    assertThat(statuses.of("/drive")).anyMatch(heard -> heard.id().equals(ID));
  }
}
