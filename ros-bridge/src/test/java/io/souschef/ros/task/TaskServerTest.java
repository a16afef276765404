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
import io.souschef.ros.transport.GoalStatus;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.rosbridge.RelayFixture;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that other nodes ask for. */
@Timeout(60)
class TaskServerTest {

  private static final String NAME = "/souschef/do_task";
  private static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);

  private final RelayFixture relay = new RelayFixture();
  private final RosTransport node = relay.connect(CATALOG);
  private final RosTransport client = relay.connect(CATALOG);
  private final PlayedTasks runner = new PlayedTasks();
  private final CompletableFuture<ObjectNode> feedback = new CompletableFuture<>();

  @AfterEach
  void close() {
    client.close();
    node.close();
    relay.close();
  }

  private TaskServer serve(TaskServer.Policy policy) throws Exception {
    TaskServer server = TaskServer.start(node, NAME, runner, policy);
    while (!client.probe(NAME, Duration.ofSeconds(10)).get()) {
      Thread.onSpinWait();
    }
    return server;
  }

  /** Done when the graph tells of a goal that is being canceled. */
  private CompletableFuture<Boolean> canceling() {
    CompletableFuture<Boolean> seen = new CompletableFuture<>();
    client.subscribe(
        NAME + "/_action/status",
        TypeName.of("action_msgs/msg/GoalStatusArray"),
        RosTransport.Qos.LATCHED,
        message -> {
          for (JsonNode goal : message.path("status_list")) {
            if (goal.path("status").asInt() == GoalStatus.CANCELING.code()) {
              seen.complete(true);
            }
          }
        });
    return seen;
  }

  private ClientGoal ask(String instruction) {
    ObjectNode goal = JsonNodeFactory.instance.objectNode().put("instruction", instruction);
    return client.send(NAME, TaskServer.DO_TASK, goal, feedback::complete);
  }

  private static GoalOutcome end(ClientGoal goal) throws Exception {
    return goal.outcome().get(20, TimeUnit.SECONDS);
  }

  @Test
  void aTaskTellsHowItGoesAndHowItEnded() throws Exception {
    try (TaskServer server = serve(TaskServer.Policy.REFUSE)) {
      assertThat(server).isNotNull();
      ClientGoal goal = ask("  bring me a coke ");
      assertThat(runner.begun.poll(20, TimeUnit.SECONDS)).isEqualTo("bring me a coke");
      ObjectNode told = feedback.get(20, TimeUnit.SECONDS);
      assertThat(told.path("skill").asText()).isEqualTo("find a coke");
      assertThat(told.at("/scores/0").asDouble()).isEqualTo(0.7);
      runner.endings.add(new TaskRunner.Ended(TaskRunner.Outcome.DONE, "it is done", 3));
      assertThat(end(goal))
          .isInstanceOfSatisfying(
              GoalOutcome.Succeeded.class,
              done -> {
                assertThat(done.result().path("outcome").asInt()).isZero();
                assertThat(done.result().path("steps").asInt()).isEqualTo(3);
              });
    }
  }

  @Test
  void whatIsGivenUpIsAbortedWithItsReason() throws Exception {
    try (TaskServer server = serve(TaskServer.Policy.REFUSE)) {
      assertThat(server).isNotNull();
      ClientGoal goal = ask("bring me the moon");
      runner.endings.add(new TaskRunner.Ended(TaskRunner.Outcome.GIVEN_UP, "out of reach", 0));
      assertThat(end(goal))
          .isInstanceOfSatisfying(
              GoalOutcome.Aborted.class,
              given -> {
                assertThat(given.result().path("outcome").asInt()).isEqualTo(1);
                assertThat(given.result().path("reason").asText()).isEqualTo("out of reach");
              });
    }
  }

  @Test
  void aSecondTaskIsRefusedByOnePolicyAndWaitsByTheOther() throws Exception {
    try (TaskServer server = serve(TaskServer.Policy.REFUSE)) {
      assertThat(server).isNotNull();
      ClientGoal first = ask("first");
      assertThat(runner.begun.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
      assertThat(end(ask("second")))
          .isEqualTo(new GoalOutcome.Rejected("rejected: another task is running"));
      first.cancel();
      assertThat(end(first)).isInstanceOf(GoalOutcome.Canceled.class);
    }
    runner.endings.clear();
    try (TaskServer server = serve(TaskServer.Policy.QUEUE)) {
      assertThat(server).isNotNull();
      ClientGoal first = ask("first");
      // What is sent at once may arrive in any order.
      assertThat(runner.begun.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
      ClientGoal second = ask("second");
      ClientGoal third = ask("third");
      CompletableFuture<Boolean> canceling = canceling();
      third.cancel();
      while (!canceling.isDone() && !third.outcome().isDone()) {
        Thread.sleep(10);
      }
      // What is refused after the cancel went out has overtaken nothing: the cancel has arrived.
      assertThat(end(ask(" "))).isInstanceOf(GoalOutcome.Rejected.class);
      runner.endings.add(new TaskRunner.Ended(TaskRunner.Outcome.DONE, "done", 1));
      assertThat(end(first)).isInstanceOf(GoalOutcome.Succeeded.class);
      assertThat(runner.begun.poll(20, TimeUnit.SECONDS)).isEqualTo("second");
      runner.endings.add(new TaskRunner.Ended(TaskRunner.Outcome.DONE, "done", 1));
      assertThat(end(second)).isInstanceOf(GoalOutcome.Succeeded.class);
      assertThat(end(third)).isNotInstanceOf(GoalOutcome.Succeeded.class);
      assertThat(runner.begun).isEmpty();
    }
  }

  @Test
  void aRobotThatMayNotMoveTakesNoTaskAndSaysWhy() throws Exception {
    runner.unable = "the robot does not move: it was not armed yet";
    try (TaskServer server = serve(TaskServer.Policy.QUEUE)) {
      assertThat(server).isNotNull();
      assertThat(end(ask("bring me a coke")))
          .isEqualTo(
              new GoalOutcome.Rejected("rejected: the robot does not move: it was not armed yet"));
      assertThat(end(ask(" "))).isInstanceOf(GoalOutcome.Rejected.class);
      assertThat(end(ask("x".repeat(2000)))).isInstanceOf(GoalOutcome.Rejected.class);
    }
  }

  @Test
  void thePolicyMayChangeWhileTasksRun() throws Exception {
    try (TaskServer server = serve(TaskServer.Policy.REFUSE)) {
      ClientGoal first = ask("first");
      assertThat(runner.begun.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
      server.setPolicy(TaskServer.Policy.QUEUE);
      ClientGoal second = ask("second");
      while (server.waiting() == 0) {
        Thread.sleep(10);
      }
      server.setPolicy(TaskServer.Policy.REFUSE);
      assertThat(end(ask("third")))
          .isEqualTo(new GoalOutcome.Rejected("rejected: another task is running"));
      runner.endings.add(new TaskRunner.Ended(TaskRunner.Outcome.DONE, "done", 1));
      assertThat(end(first)).isInstanceOf(GoalOutcome.Succeeded.class);
      runner.endings.add(new TaskRunner.Ended(TaskRunner.Outcome.DONE, "done", 1));
      assertThat(end(second)).isInstanceOf(GoalOutcome.Succeeded.class);
    }
  }

  @Test
  void aTaskWhoseTurnComesWhenTheRobotMayNotMoveIsNotBegun() throws Exception {
    try (TaskServer server = serve(TaskServer.Policy.QUEUE)) {
      ClientGoal first = ask("first");
      assertThat(runner.begun.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
      ClientGoal second = ask("second");
      while (server.waiting() == 0) {
        Thread.sleep(10);
      }
      runner.unable = "the robot does not move: the e-stop is pressed";
      runner.endings.add(new TaskRunner.Ended(TaskRunner.Outcome.DONE, "done", 1));
      assertThat(end(first)).isInstanceOf(GoalOutcome.Succeeded.class);
      assertThat(end(second))
          .isInstanceOfSatisfying(
              GoalOutcome.Aborted.class,
              refused -> {
                assertThat(refused.result().path("outcome").asInt()).isEqualTo(2);
                assertThat(refused.result().path("reason").asText()).isEqualTo(runner.unable);
              });
      assertThat(runner.begun).isEmpty();
    }
  }
}
