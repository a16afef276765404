package io.souschef.app.cli.robot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.app.CommandProcess;
import io.souschef.app.cli.ReachableRobot;
import io.souschef.ros.Transports;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.task.QuestionDesk;
import io.souschef.ros.task.TaskDiagnostics;
import io.souschef.ros.task.TaskServer;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A planner as a node among nodes: asked, answered, looked at and switched off by others. */
@Timeout(240)
class NodeServicesIT {

  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");

  /** There are three of the kind. */
  private static final String BAR = "Fetch the bar for me.";

  @TempDir Path folder;

  private final Queue<ObjectNode> questions = new ConcurrentLinkedQueue<>();
  private final Queue<ObjectNode> beliefs = new ConcurrentLinkedQueue<>();
  private final Queue<ObjectNode> decisions = new ConcurrentLinkedQueue<>();
  private final Queue<ObjectNode> states = new ConcurrentLinkedQueue<>();

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode call(
      RosTransport client, String service, String type, ObjectNode request) throws Exception {
    return client
        .call("/souschef/" + service, TypeName.of(type), request, Duration.ofSeconds(60))
        .get();
  }

  private static ClientGoal send(RosTransport client, String instruction) {
    return client.send(
        "/souschef/do_task",
        TaskServer.DO_TASK,
        json().put("instruction", instruction),
        feedback -> {});
  }

  private static GoalOutcome end(ClientGoal goal) throws Exception {
    return goal.outcome().get(200, TimeUnit.SECONDS);
  }

  private static ObjectNode await(Queue<ObjectNode> heard, Predicate<ObjectNode> wanted)
      throws Exception {
    return await(heard, wanted, Optional.empty());
  }

  /** Waits while a task has not ended. */
  private static ObjectNode await(
      Queue<ObjectNode> heard, Predicate<ObjectNode> wanted, Optional<ClientGoal> during)
      throws Exception {
    while (true) {
      assertThat(during.filter(goal -> goal.outcome().isDone()).map(goal -> goal.outcome().join()))
          .isEmpty();
      ObjectNode next = heard.poll();
      if (next == null) {
        Thread.sleep(20);
      } else if (wanted.test(next)) {
        return next;
      }
    }
  }

  private ObjectNode awaitQuestion(ClientGoal goal) throws Exception {
    return await(questions, asked -> !asked.path("id").asText().isEmpty(), Optional.of(goal));
  }

  private void awaitState(String words) throws Exception {
    await(
        states,
        told ->
            told.at("/status/0/name").asText().equals("souschef: planner")
                && told.at("/status/0/message").asText().contains(words));
  }

  @Test
  void othersAnswerItLookAtItAndSwitchItOff() throws Exception {
    try (ReachableRobot robot =
        new ReachableRobot(folder, "rosbridge", 0, List.of("--task", "ask:ambiguous-04"))) {
      Path log = folder.resolve("node.log");
      Process planner =
          CommandProcess.start(
              List.of(
                  "node",
                  "--answer-within",
                  "300",
                  "--robot-config",
                  robot.config().toString(),
                  "--robot",
                  "ros2",
                  "--arm"),
              log);
      CommandProcess.awaitText(planner, log, NodeCommand.READY, 120);
      RobotConfig config = RobotConfig.read(robot.config());
      try (RosTransport client = Transports.connect(config.connection(), config.catalog())) {
        client.subscribe("/souschef/question", QuestionDesk.QUESTION, Qos.LATCHED, questions::add);
        client.subscribe("/souschef/belief", STRING, Qos.LATCHED, beliefs::add);
        client.subscribe("/souschef/decisions", STRING, Qos.RELIABLE, decisions::add);
        client.subscribe(TaskDiagnostics.TOPIC, TaskDiagnostics.TYPE, Qos.RELIABLE, states::add);
        assertThat(client.probe("/souschef/do_task", Duration.ofSeconds(30)).get()).isTrue();
        awaitState("idle");
        asksAndIsCanceled(client);
        isSwitchedOffAndOn(client);
        hasParameters(client);
        asksAndIsAnswered(client);
        tellsWhatItKnows(client);
      } finally {
        planner.destroy();
        assertThat(planner.waitFor(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private void asksAndIsCanceled(RosTransport client) throws Exception {
    ClientGoal goal = send(client, BAR);
    awaitQuestion(goal);
    awaitState("asking");
    goal.cancel();
    assertThat(end(goal)).isInstanceOf(GoalOutcome.Canceled.class);
    assertThat(answer(client, "coke").path("message").asText()).isEqualTo("nothing is asked now");
  }

  private static ObjectNode answer(RosTransport client, String words) throws Exception {
    return call(client, "answer", QuestionDesk.ANSWER.toString(), json().put("words", words));
  }

  private void asksAndIsAnswered(RosTransport client) throws Exception {
    ClientGoal goal = send(client, BAR);
    ObjectNode asked = awaitQuestion(goal);
    assertThat(asked.path("words").asText()).isNotEmpty();
    String words = asked.path("options").path(0).asText("granola bar");
    assertThat(answer(client, words).path("success").asBoolean()).isTrue();
    assertThat(end(goal)).isInstanceOf(GoalOutcome.Succeeded.class);
  }

  private void tellsWhatItKnows(RosTransport client) throws Exception {
    assertThat(await(beliefs, belief -> true).path("data").asText()).contains("\"objects\"");
    assertThat(await(decisions, made -> true).path("data").asText()).contains("\"candidates\"");
    ObjectNode known = call(client, "know", "souschef_msgs/srv/Know", json().put("about", "table"));
    assertThat(known.path("known").asBoolean()).as(known.toString()).isTrue();
    assertThat(known.path("sentences").toString()).contains("the table", "s ago");
  }

  private static void hasParameters(RosTransport client) throws Exception {
    ObjectNode listed =
        call(client, "list_parameters", "rcl_interfaces/srv/ListParameters", json());
    assertThat(listed.at("/result/names").toString())
        .isEqualTo("[\"arm\",\"busy\",\"e_stop\",\"robot_config\"]");
    assertThat(setBusy(client, "never").path("reason").asText())
        .isEqualTo("busy is refuse or queue, not 'never'");
    assertThat(setBusy(client, "queue").path("successful").asBoolean()).isTrue();
    ObjectNode wanted = json();
    wanted.putArray("names").add("busy").add("arm");
    JsonNode values = call(client, "get_parameters", "rcl_interfaces/srv/GetParameters", wanted);
    assertThat(values.at("/values/0/string_value").asText()).isEqualTo("queue");
    assertThat(values.at("/values/1/bool_value").asBoolean()).isTrue();
  }

  private static JsonNode setBusy(RosTransport client, String words) throws Exception {
    ObjectNode request = json();
    request
        .putArray("parameters")
        .addObject()
        .put("name", "busy")
        .putObject("value")
        .put("type", 4)
        .put("string_value", words);
    return call(client, "set_parameters", "rcl_interfaces/srv/SetParameters", request)
        .at("/results/0");
  }

  private void isSwitchedOffAndOn(RosTransport client) throws Exception {
    ClientGoal goal = send(client, BAR);
    awaitQuestion(goal);
    change(client, "deactivate");
    assertThat(end(goal))
        .isInstanceOfSatisfying(
            GoalOutcome.Aborted.class,
            ended ->
                assertThat(ended.result().path("reason").asText())
                    .isEqualTo("canceled while it was asking"));
    assertThat(end(send(client, "go to the table")))
        .isEqualTo(new GoalOutcome.Rejected("rejected: the node is inactive; activate it first"));
    awaitState("inactive");
    change(client, "activate");
    awaitState("idle");
  }

  private static void change(RosTransport client, String label) throws Exception {
    ObjectNode request = json();
    request.putObject("transition").put("label", label);
    assertThat(
            call(client, "change_state", "lifecycle_msgs/srv/ChangeState", request)
                .path("success")
                .asBoolean())
        .isTrue();
  }
}
