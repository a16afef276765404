package io.souschef.ros.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node's states, as {@code ros2 lifecycle} asks for them. */
@Timeout(60)
class NodeLifecycleTest {

  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final String TASK = "/souschef/do_task";

  private final RelayFixture relay = new RelayFixture();
  private final RosTransport node = relay.connect(CATALOG);
  private final RosTransport client = relay.connect(CATALOG);
  private final NodeLifecycle lifecycle = new NodeLifecycle();
  private final PlayedTasks runner = new PlayedTasks();
  private final TaskServer tasks = TaskServer.start(node, TASK, runner, TaskServer.Policy.QUEUE);
  private final LifecycleServices services =
      new LifecycleServices(node, "/souschef", lifecycle, tasks);

  @AfterEach
  void close() {
    services.close();
    tasks.close();
    client.close();
    node.close();
    relay.close();
  }

  private ObjectNode call(String service, String type, ObjectNode request) throws Exception {
    return client
        .call(
            "/souschef/" + service,
            TypeName.of("lifecycle_msgs/srv/" + type),
            request,
            Duration.ofSeconds(20))
        .get();
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private String state() throws Exception {
    JsonNode state = call("get_state", "GetState", json()).path("current_state");
    assertThat(state.path("id").asInt()).isPositive();
    return state.path("label").asText();
  }

  private boolean change(int id, String label) throws Exception {
    ObjectNode request = json();
    request.putObject("transition").put("id", id).put("label", label);
    return call("change_state", "ChangeState", request).path("success").asBoolean();
  }

  private ClientGoal begin(String instruction) throws Exception {
    while (!client.probe(TASK, Duration.ofSeconds(10)).get()) {
      Thread.onSpinWait();
    }
    ClientGoal goal =
        client.send(
            TASK, TaskServer.DO_TASK, json().put("instruction", instruction), feedback -> {});
    assertThat(runner.begun.poll(20, TimeUnit.SECONDS)).isEqualTo(instruction);
    return goal;
  }

  private static GoalOutcome end(ClientGoal goal) throws Exception {
    return goal.outcome().get(20, TimeUnit.SECONDS);
  }

  /** What {@code ros2 lifecycle set /souschef deactivate} does: it looks the name up and sends. */
  @Test
  void itIsSetByTheNamesThatItOffers() throws Exception {
    JsonNode ways =
        call("get_available_transitions", "GetAvailableTransitions", json())
            .path("available_transitions");
    assertThat(ways.findValuesAsText("label"))
        .contains("deactivate", "shutdown")
        .doesNotContain("activate");
    JsonNode first = ways.path(0);
    assertThat(first.at("/start_state/label").asText()).isEqualTo("active");
    assertThat(first.at("/goal_state/label").asText()).isEqualTo("inactive");
    assertThat(change(first.at("/transition/id").asInt(), first.at("/transition/label").asText()))
        .isTrue();
    assertThat(state()).isEqualTo("inactive");
    assertThat(lifecycle.refusal()).contains("inactive", "activate it");
    assertThat(change(3, "")).as("by its number").isTrue();
    assertThat(state()).isEqualTo("active");
    assertThat(lifecycle.refusal()).isEmpty();
  }

  @Test
  void whatIsNoWayFromHereIsRefusedAndChangesNothing() throws Exception {
    assertThat(change(3, "activate")).isFalse();
    assertThat(change(99, "")).isFalse();
    assertThat(change(4, "configure")).isFalse();
    assertThat(state()).isEqualTo("active");
  }

  @Test
  void itIsInactiveOnlyOnceWhatRanHasEnded() throws Exception {
    runner.isDeaf = true;
    ClientGoal first = begin("first");
    ClientGoal second =
        client.send(TASK, TaskServer.DO_TASK, json().put("instruction", "second"), said -> {});
    while (tasks.waiting() == 0) {
      Thread.sleep(10);
    }
    assertThat(change(0, "deactivate")).isTrue();
    assertThat(state()).isEqualTo("deactivating");
    assertThat(change(0, "activate")).as("before it has ended").isFalse();
    runner.endings.add(new TaskRunner.Ended(TaskRunner.Outcome.CANCELED, "canceled", 1));
    assertThat(end(first)).isInstanceOf(GoalOutcome.Aborted.class);
    assertThat(end(second))
        .isInstanceOfSatisfying(
            GoalOutcome.Aborted.class,
            ended -> assertThat(ended.result().path("outcome").asInt()).isEqualTo(5));
    assertThat(state()).isEqualTo("inactive");
    assertThat(runner.begun).isEmpty();
    assertThat(change(0, "activate")).isTrue();
  }

  @Test
  void aShutdownEndsWhatRunsForGood() throws Exception {
    ClientGoal goal = begin("bring me a coke");
    assertThat(change(0, "shutdown")).isTrue();
    assertThat(end(goal)).isInstanceOf(GoalOutcome.Aborted.class);
    assertThat(state()).isEqualTo("finalized");
    assertThat(lifecycle.refusal()).contains("shut down");
    assertThat(change(3, "activate")).isFalse();
    assertThat(
            call("get_available_transitions", "GetAvailableTransitions", json())
                .path("available_transitions"))
        .isEmpty();
  }

  @Test
  void theNumbersAreThoseOfTheInterface() throws Exception {
    var states = CATALOG.get(TypeName.of("lifecycle_msgs/msg/State")).constants();
    for (NodeLifecycle.State state : NodeLifecycle.State.values()) {
      String passing = "TRANSITION_STATE_" + state.name();
      String name = states.containsKey(passing) ? passing : "PRIMARY_STATE_" + state.name();
      assertThat(states)
          .as(name)
          .hasEntrySatisfying(name, id -> assertThat(id.intValue()).isEqualTo(state.id));
    }
    var ways = CATALOG.get(TypeName.of("lifecycle_msgs/msg/Transition")).constants();
    Arrays.stream(NodeLifecycle.Transition.values())
        .forEach(
            way -> {
              String name = "TRANSITION_" + way.name();
              assertThat(ways)
                  .as(name)
                  .hasEntrySatisfying(name, id -> assertThat(id.intValue()).isEqualTo(way.id));
              assertThat(way.name().toLowerCase(Locale.ROOT)).endsWith(way.label);
            });
    assertThat(call("get_available_states", "GetAvailableStates", json()).path("available_states"))
        .hasSize(NodeLifecycle.State.values().length);
    assertThat(
            call("get_transition_graph", "GetAvailableTransitions", json())
                .path("available_transitions"))
        .hasSize(NodeLifecycle.Transition.values().length);
  }
}
