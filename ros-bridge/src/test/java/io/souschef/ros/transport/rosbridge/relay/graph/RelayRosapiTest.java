package io.souschef.ros.transport.rosbridge.relay.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What roslibpy asks the relay, and the forms in which it takes an answer. */
class RelayRosapiTest {

  private final RelayGraph graph = new RelayGraph();
  private final List<ObjectNode> heard = new ArrayList<>();
  private final RelayPeer client = heard::add;
  private final List<ObjectNode> served = new ArrayList<>();
  private final RelayPeer robot = served::add;

  private static ObjectNode json(String text) throws Exception {
    return (ObjectNode) JsonMapper.builder().build().readTree(text.replace('\'', '"'));
  }

  private JsonNode ask(String question, String arguments) throws Exception {
    heard.clear();
    graph.receive(
        client,
        json(
            "{'op': 'call_service', 'id': 'a', 'service': '/rosapi/%s', 'args': %s}"
                .formatted(question, arguments)));
    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).path("result").asBoolean()).as(question).isTrue();
    return heard.get(0).path("values");
  }

  private void offer() throws Exception {
    graph.receive(
        robot, json("{'op': 'advertise', 'topic': '/tf', 'type': 'tf2_msgs/msg/TFMessage'}"));
    graph.receive(robot, json("{'op': 'subscribe', 'topic': '/e_stop', 'type': ''}"));
    graph.receive(
        robot,
        json("{'op': 'advertise_service', 'service': '/next', 'type': 'std_srvs/srv/Trigger'}"));
    graph.receive(
        robot,
        json("{'op': 'advertise_action', 'action': '/drive', 'type': 'x_msgs/action/Drive'}"));
  }

  @Test
  void nodesAndWhatEachOfThemDoesAreTold() throws Exception {
    offer();
    assertThat(ask("nodes", "{}").path("nodes")).hasSize(1);
    String node = ask("nodes", "{}").at("/nodes/0").asText();
    JsonNode details = ask("node_details", "{'node': '%s'}".formatted(node));
    assertThat(details.path("publishing").toString()).isEqualTo("[\"/tf\"]");
    assertThat(details.path("subscribing").toString()).isEqualTo("[\"/e_stop\"]");
    assertThat(details.path("services").toString()).isEqualTo("[\"/next\"]");
    assertThat(ask("node_details", "{'node': '/nobody'}").path("publishing")).isEmpty();
    assertThat(
            ask("services_for_type", "{'type': 'std_srvs/srv/Trigger'}").at("/services/0").asText())
        .isEqualTo("/next");
    assertThat(ask("get_time", "{}").at("/time/sec").asLong()).isPositive();
    graph.leave(robot);
    assertThat(ask("nodes", "{}").path("nodes")).isEmpty();
  }

  @Test
  void aRefusedGoalHasAStatusBesideItsWords() throws Exception {
    offer();
    graph.receive(
        client,
        json(
            "{'op': 'send_action_goal', 'id': 'g', 'action': '/drive', 'action_type': 'x', 'args': {}}"));
    String id = served.get(served.size() - 1).path("id").asText();
    graph.receive(
        robot,
        json(
            "{'op': 'action_result', 'id': '%s', 'action': '/drive', 'result': false, 'reason': 'busy'}"
                .formatted(id)));
    ObjectNode answer = heard.get(heard.size() - 1);
    assertThat(answer.path("result").asBoolean(true)).isFalse();
    assertThat(answer.path("values").asText()).isEqualTo("rejected: busy");
    assertThat(answer.path("status").isInt()).isTrue();
  }
}
