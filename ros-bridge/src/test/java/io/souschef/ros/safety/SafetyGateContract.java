package io.souschef.ros.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.ActionHandler.ServerGoal;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What the gate says of a robot's motion is true, whatever its action servers do. The servers' own
 * goals are what it is held against.
 */
public abstract class SafetyGateContract {

  protected static final MessageCatalog CATALOG = MessageCatalog.standard(Distribution.JAZZY);
  private static final TypeName GRIPPER = TypeName.of("control_msgs/action/GripperCommand");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  protected final List<RobotEvent> events = new CopyOnWriteArrayList<>();

  /** A way to the graph on which a robot and its planners meet; closed by who made it. */
  protected abstract RosTransport robot();

  protected abstract RosTransport planner();

  protected abstract RosTransport somebodyElse();

  protected final SafetyGate gate(String action, double confirmS) {
    SafetyGate gate =
        new SafetyGate(
            planner(),
            Set.of(action),
            Duration.ofMillis((long) (1000 * confirmS)),
            Duration.ofSeconds(1),
            events::add);
    gate.arm();
    return gate;
  }

  /** Serves an action whose goals end when the test says so. */
  protected final BlockingQueue<ServerGoal> serve(String action) throws Exception {
    BlockingQueue<ServerGoal> goals = new LinkedBlockingQueue<>();
    robot()
        .serveAction(
            action,
            GRIPPER,
            new ActionHandler() {
              @Override
              public Optional<String> refuse(ObjectNode goal) {
                return Optional.empty();
              }

              @Override
              public void start(ServerGoal goal) {
                goals.add(goal);
              }
            });
    for (RosTransport client : List.of(planner(), somebodyElse())) {
      client.prepare(action, GRIPPER);
      while (!client.probe(action, PATIENCE).get()) {
        Thread.onSpinWait();
      }
    }
    return goals;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ClientGoal send(SafetyGate gate, String action) {
    return gate.send(action, GRIPPER, json(), feedback -> {});
  }

  private static ServerGoal next(BlockingQueue<ServerGoal> goals) throws InterruptedException {
    ServerGoal goal = goals.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertThat(goal).as("a goal at the server").isNotNull();
    return goal;
  }

  private static ServerGoal obedient(ServerGoal goal) {
    goal.onCancel(() -> goal.canceled(json()));
    return goal;
  }

  protected final <E extends RobotEvent> E await(Class<E> type) throws InterruptedException {
    return await(type, event -> true);
  }

  protected final <E extends RobotEvent> E await(Class<E> type, Predicate<E> wanted)
      throws InterruptedException {
    while (true) {
      for (RobotEvent event : events) {
        if (type.isInstance(event) && wanted.test(type.cast(event))) {
          return type.cast(event);
        }
      }
      Thread.sleep(10);
    }
  }

  /** Returns once the graph tells of a goal of an action, and a moment later. */
  private void awaitHeard(String action) throws Exception {
    CompletableFuture<Boolean> heard = new CompletableFuture<>();
    try (RosTransport.Registration listening =
        robot()
            .subscribe(
                action + "/_action/status",
                TypeName.of("action_msgs/msg/GoalStatusArray"),
                RosTransport.Qos.LATCHED,
                message -> {
                  if (!message.path("status_list").isEmpty()) {
                    heard.complete(true);
                  }
                })) {
      assertThat(listening).isNotNull();
      heard.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
    Thread.sleep(1500); // the planner hears of it, too
  }

  @Test
  void aStopIsConfirmedByTheEndOfThatGoal() throws Exception {
    var goals = serve("/obedient");
    try (SafetyGate gate = gate("/obedient", 20)) {
      ClientGoal goal = send(gate, "/obedient");
      obedient(next(goals));
      RobotEvent.Stopped stopped = gate.stop("enough");
      assertThat(stopped.confirmed()).containsExactly("/obedient");
      assertThat(stopped.unconfirmed()).isEmpty();
      assertThat(goal.outcome().get(20, TimeUnit.SECONDS)).isInstanceOf(GoalOutcome.Canceled.class);
    }
  }

  @Test
  void aCancelThatIsAcceptedWithoutTheGoalEndingConfirmsNothing() throws Exception {
    var goals = serve("/deaf");
    try (SafetyGate gate = gate("/deaf", 0.5)) {
      ClientGoal goal = send(gate, "/deaf");
      ServerGoal moving = next(goals);
      RobotEvent.Stopped stopped = gate.stop("enough");
      assertThat(stopped.confirmed()).isEmpty();
      assertThat(stopped.unconfirmed()).singleElement().asString().startsWith("/deaf (");
      assertThat(gate.state()).isEqualTo(SafetyGate.State.HELD);
      assertThatThrownBy(gate::arm)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("NOT confirmed as stopped: /deaf")
          .hasMessageContaining("seen it stand still");
      assertThat(await(RobotEvent.NotConfirmed.class).unconfirmed()).startsWith("/deaf (");
      moving.canceled(json());
      assertThat(await(RobotEvent.StoppedLater.class).confirmed()).containsExactly("/deaf");
      assertThat(goal.outcome().get(20, TimeUnit.SECONDS)).isInstanceOf(GoalOutcome.Canceled.class);
      gate.arm();
    }
  }

  @Test
  void oneGoalAtATimeMovesTheRobotWhateverIsAskedFor() throws Exception {
    var goals = serve("/busy");
    try (SafetyGate gate = gate("/busy", 0.3)) {
      send(gate, "/busy");
      ServerGoal moving = next(goals);
      assertThatThrownBy(() -> send(gate, "/busy"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("/busy is still under way; one command at a time moves the robot");
      assertThatThrownBy(
              () -> gate.call("/lamp", TypeName.of("std_srvs/srv/SetBool"), json(), PATIENCE))
          .isInstanceOf(IllegalStateException.class);
      gate.stop("enough");
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(gate::arm).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> send(gate, "/busy")).isInstanceOf(IllegalStateException.class);
      }
      assertThat(goals).isEmpty();
      moving.abort(json());
    }
  }

  @Test
  void theNextGoalPassesAsSoonAsTheLastOnesOutcomeIsKnown() throws Exception {
    var goals = serve("/quick");
    try (SafetyGate gate = gate("/quick", 0.3)) {
      ClientGoal goal = send(gate, "/quick");
      // What was asked last is told first.
      CompletableFuture<ClientGoal> another =
          goal.outcome().thenApply(outcome -> send(gate, "/quick"));
      next(goals).succeed(json());
      assertThat(another.get(20, TimeUnit.SECONDS).action()).isEqualTo("/quick");
      next(goals).succeed(json());
    }
  }

  @Test
  void aPersonMaySayThatTheRobotStandsStill() throws Exception {
    var goals = serve("/seen");
    try (SafetyGate gate = gate("/seen", 0.3)) {
      send(gate, "/seen");
      ServerGoal moving = next(goals);
      gate.stop("enough");
      gate.seenStandingStill();
      assertThat(await(RobotEvent.SeenStill.class).name()).isEqualTo("/seen");
      gate.arm();
      moving.abort(json());
    }
  }

  @Test
  void aStopLeavesGoalsOfOthersAloneAndStoppingAllDoesNot() throws Exception {
    var goals = serve("/shared");
    try (SafetyGate gate = gate("/shared", 20)) {
      ClientGoal theirs = somebodyElse().send("/shared", GRIPPER, json(), feedback -> {});
      ServerGoal theirsMoves = obedient(next(goals));
      awaitHeard("/shared"); // what comes after is another one
      send(gate, "/shared");
      obedient(next(goals));
      assertThat(gate.stop("Ctrl-C was pressed").confirmed()).containsExactly("/shared");
      CompletableFuture<Boolean> canceled = new CompletableFuture<>();
      theirsMoves.onCancel(() -> canceled.complete(true));
      assertThat(canceled).isNotDone();
      assertThat(theirs.outcome()).isNotDone();
      gate.stopAll("--stop-all");
      assertThat(canceled.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anEmergencyStopsEverybodyForGood() throws Exception {
    var goals = serve("/emergency");
    try (SafetyGate gate = gate("/emergency", 20)) {
      ClientGoal theirs = somebodyElse().send("/emergency", GRIPPER, json(), feedback -> {});
      obedient(next(goals));
      gate.emergencyStop("a hand is in the way");
      assertThat(theirs.outcome().get(20, TimeUnit.SECONDS))
          .isInstanceOf(GoalOutcome.Canceled.class);
      assertThatThrownBy(gate::arm).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aServiceThatHasNotAnsweredIsUnderWayAndNotConfirmedAsStopped() throws Exception {
    CompletableFuture<Boolean> asked = new CompletableFuture<>();
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    TypeName type = TypeName.of("std_srvs/srv/SetBool");
    robot()
        .serve(
            "/grasp",
            type,
            request -> {
              asked.complete(true);
              return json().put("success", answer.join());
            });
    serve("/other");
    try (SafetyGate gate = gate("/other", 0.3)) {
      while (!asked.isDone()) {
        try {
          gate.call("/grasp", type, json(), PATIENCE).get(2, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException
            | java.util.concurrent.TimeoutException e) {
          assertThat(gate.state()).as("until its server was found: %s", e).isNotNull();
        }
      }
      assertThat(gate.stop("enough").unconfirmed())
          .containsExactly(
              "/grasp (a service cannot be canceled, and its answer is still to come)");
      assertThatThrownBy(gate::arm).hasMessageContaining("/grasp");
      answer.complete(true);
      await(RobotEvent.StoppedLater.class);
      gate.arm();
    }
  }
}
