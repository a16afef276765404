package io.souschef.ros.transport.rosbridge.relay.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goals of several clients, of whom some lie and some count alike. */
class RelayActionsTest {

  private final RelayGraph graph = new RelayGraph();
  private final List<ObjectNode> served = new ArrayList<>();
  private final RelayPeer robot = served::add;
  private final List<ObjectNode> heard = new ArrayList<>();
  private final RelayPeer planner = heard::add;
  private final List<ObjectNode> warned = new ArrayList<>();
  private final RelayPeer stranger = warned::add;

  private void say(RelayPeer from, String text) throws Exception {
    graph.receive(
        from, (ObjectNode) JsonMapper.builder().build().readTree(text.replace('\'', '"')));
  }

  private void offer() throws Exception {
    say(robot, "{'op': 'advertise_action', 'action': '/drive', 'type': 'x_msgs/action/Drive'}");
  }

  private static String goal(String id) {
    return "{'op': 'send_action_goal', 'id': '%s', 'action': '/drive', 'args': {}}".formatted(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"advertise", "publish"})
  void nobodyButTheRelayTellsWhatBecomesOfGoals(String op) throws Exception {
    offer();
    say(planner, "{'op': 'subscribe', 'topic': '/drive/_action/status'}");
    say(planner, goal("g"));
    heard.clear();
    String lie =
        "{'op': '%s', 'topic': '/drive/_action/%s', 'type': 'a/msg/B', 'latch': true, 'msg': {'status_list': []}}";
    for (RelayPeer liar : List.of(stranger, robot)) {
      warned.clear();
      served.clear();
      for (String topic : new String[] {"status", "feedback"}) {
        say(liar, lie.formatted(op, topic));
      }
      assertThat(liar == robot ? served : warned)
          .hasSize(2)
          .allSatisfy(
              told ->
                  assertThat(told.path("msg").asText())
                      .endsWith("is told by this rosbridge alone"));
    }
    assertThat(heard).isEmpty();
    graph.leave(robot);
    say(stranger, lie.formatted(op, "status"));
    assertThat(heard)
        .as("of a server that has gone nobody tells that its goals have ended")
        .noneMatch(told -> told.path("op").asText().equals("publish"));
  }

  @Test
  void clientsThatCountAlikeCancelTheirOwnGoalsOnly() throws Exception {
    offer();
    say(planner, goal("goal:1"));
    say(stranger, goal("goal:1"));
    served.clear();
    say(planner, "{'op': 'cancel_action_goal', 'id': 'goal:1', 'action': '/drive'}");
    assertThat(served)
        .singleElement()
        .satisfies(told -> assertThat(told.path("id").asText()).isEqualTo("action_goal:/drive:1"));
    served.clear();
    List<ObjectNode> told = new ArrayList<>();
    say(told::add, "{'op': 'cancel_action_goal', 'id': 'goal:1', 'action': '/drive'}");
    assertThat(served).as("whoever has none of its own stops all of this id").hasSize(2);
  }
}
