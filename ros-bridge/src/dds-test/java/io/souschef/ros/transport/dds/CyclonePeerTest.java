package io.souschef.ros.transport.dds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection.Wire;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.safety.SafetyGate;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.ros.transport.RosTransport.Qos;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A peer of another make: C on Cyclone DDS, in the mapping of rmw_cyclonedds. */
@Timeout(120)
class CyclonePeerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String ACTION = "/peer/execute_skill";
  private static final TypeName SKILL = TypeName.of("souschef_msgs/action/ExecuteSkill");
  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  private static final TypeName SET_BOOL = TypeName.of("std_srvs/srv/SetBool");

  private static CyclonePeer peer;
  private static DdsTransport planner;

  @BeforeAll
  static void start() throws Exception {
    peer = CyclonePeer.serve(OwnDomain.FIRST);
    // The peer's make is told by its GUID, so that the right mapping is chosen for it.
    planner = join(OwnDomain.FIRST);
    assertThat(soon(planner.probe(ACTION, PATIENCE))).isTrue();
  }

  private static DdsTransport join(int domain) {
    return DdsTransport.join(
        new DdsSettings(
            "planner", domain, Optional.of(InetAddress.getLoopbackAddress()), Wire.AUTO),
        MessageCatalog.standard(Distribution.JAZZY));
  }

  @AfterAll
  static void end() {
    if (planner != null) {
      planner.close();
    }
    if (peer != null) {
      peer.close();
    }
  }

  private static <T> T soon(CompletableFuture<T> future) throws Exception {
    return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private final List<ObjectNode> feedback = new CopyOnWriteArrayList<>();

  private ClientGoal send(DdsTransport from, String kind) {
    ObjectNode goal =
        JsonNodeFactory.instance.objectNode().put("action", kind).put("text", "find the Käse 🧀");
    goal.putArray("argument_names").add("object").add("place");
    goal.putArray("argument_values").add("cheese").add("table");
    return from.send(ACTION, SKILL, goal, feedback::add);
  }

  private ClientGoal send(String kind) {
    return send(planner, kind);
  }

  private void awaitFeedback() throws InterruptedException {
    while (feedback.isEmpty()) {
      Thread.sleep(10);
    }
  }

  @Test
  @SuppressWarnings("try") // the endpoint works by being there
  void anotherMakeReadsTheHashesOfOurTypes() throws Exception {
    try (CyclonePeer other = CyclonePeer.start("hashes", OwnDomain.SECOND);
        DdsTransport from = join(OwnDomain.SECOND);
        var publication = from.advertise("/note", STRING, Qos.RELIABLE);
        var subscription = from.subscribe("/note", STRING, Qos.SENSOR, message -> {})) {
      from.prepare(ACTION, SKILL);
      String hash =
          "typehash=RIHS01_df668c740482bbd48fb39d76a70dfd4bd59db1288021743503259e948f6b1a18;";
      other.await("writer rt/note std_msgs::msg::dds_::String_ " + hash);
      other.await("reader rt/note std_msgs::msg::dds_::String_ " + hash);
      other.await(
          "writer rq/peer/execute_skill/_action/send_goalRequest "
              + "souschef_msgs::action::dds_::ExecuteSkill_SendGoal_Request_ typehash=RIHS01_");
    }
  }

  @Test
  void itsTopicIsHeard() throws Exception {
    CompletableFuture<ObjectNode> note = new CompletableFuture<>();
    planner.subscribe("/peer/note", STRING, Qos.RELIABLE, note::complete);
    assertThat(soon(note).path("data").asText()).isEqualTo("hello from C: Küche");
  }

  @Test
  void itsServiceAnswers() throws Exception {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("data", true);
    ObjectNode answer = soon(planner.call("/peer/set_bool", SET_BOOL, request, PATIENCE));
    assertThat(answer.path("success").asBoolean()).isTrue();
    assertThat(answer.path("message").asText()).isEqualTo("Küche");
  }

  @Test
  void aGoalArrivesWholeGivesFeedbackAndAResult() throws Exception {
    ClientGoal goal = send("succeed");
    assertThat(soon(goal.outcome()))
        .isInstanceOfSatisfying(
            GoalOutcome.Succeeded.class,
            ended -> {
              assertThat(ended.result().path("error_msg").asText())
                  .isEqualTo("done, says the C peer");
              assertThat(ended.result().path("duration").asDouble()).isEqualTo(1.5);
            });
    assertThat(peer.await("goal succeed")).isEqualTo("goal succeed find the Käse 🧀 2");
    assertThat(feedback)
        .isNotEmpty()
        .allSatisfy(told -> assertThat(told.path("phase").asText()).isEqualTo("turning"));
  }

  @Test
  void aRejectedGoalIsRejected() throws Exception {
    assertThat(soon(send("reject").outcome())).isInstanceOf(GoalOutcome.Rejected.class);
  }

  @Test
  void anAbortedGoalKeepsItsCode() throws Exception {
    assertThat(soon(send("abort").outcome()))
        .isInstanceOfSatisfying(
            GoalOutcome.Aborted.class,
            ended -> assertThat(ended.result().path("error_code").asInt()).isEqualTo(4));
  }

  @Test
  void aRunningGoalIsCanceledInFlight() throws Exception {
    ClientGoal goal = send("run");
    awaitFeedback();
    goal.cancel();
    assertThat(soon(goal.outcome())).isInstanceOf(GoalOutcome.Canceled.class);
  }

  @Test
  void aLostResultIsAskedForAgain() throws Exception {
    assertThat(soon(send("lose_result").outcome())).isInstanceOf(GoalOutcome.Succeeded.class);
  }

  @Test
  void aGoalWhoseAcceptanceIsLostCountsAsLostAndCanStillBeStopped() throws Exception {
    ClientGoal goal = send("lose_accept");
    peer.await("goal lose_accept");
    assertThat(soon(goal.outcome()))
        .isInstanceOfSatisfying(
            GoalOutcome.Lost.class, lost -> assertThat(lost.isConfirmed()).isFalse());
    assertThat(soon(planner.cancelAll(ACTION, PATIENCE))).isEqualTo(1);
    peer.await("ended 5");
    assertThat(soon(planner.cancelAll(ACTION, PATIENCE))).isZero();
  }

  @Test
  void aCancelThatIsRefusedOrHasNoEffectIsNotConfirmedAsAStop() throws Exception {
    for (String kind : List.of("refuse", "deaf")) {
      List<RobotEvent> said = new CopyOnWriteArrayList<>();
      try (CyclonePeer other = CyclonePeer.serve(OwnDomain.SECOND);
          DdsTransport from = join(OwnDomain.SECOND);
          SafetyGate gate =
              new SafetyGate(
                  from, Set.of(ACTION), Duration.ofMillis(300), Duration.ZERO, said::add)) {
        assertThat(soon(from.probe(ACTION, PATIENCE))).isTrue();
        gate.arm();
        ObjectNode goal = JsonNodeFactory.instance.objectNode().put("action", kind);
        gate.send(ACTION, SKILL, goal, feedback::add);
        awaitFeedback();
        assertThat(gate.stop("enough").unconfirmed())
            .singleElement()
            .asString()
            .startsWith(ACTION);
        String why = kind.equals("deaf") ? "it says that it is canceling" : "refuses to cancel";
        while (said.stream().noneMatch(event -> event.toString().contains(why))) {
          Thread.sleep(10);
        }
        other.kill();
      }
      feedback.clear();
    }
  }

  @Test
  void aServerKilledInTheMidstOfAGoalLeavesItLost() throws Exception {
    try (CyclonePeer mortal = CyclonePeer.serve(OwnDomain.SECOND);
        DdsTransport from = join(OwnDomain.SECOND)) {
      assertThat(soon(from.probe(ACTION, PATIENCE))).isTrue();
      ClientGoal goal = send(from, "run");
      awaitFeedback();
      mortal.kill();
      assertThat(soon(goal.outcome()))
          .isInstanceOfSatisfying(
              GoalOutcome.Lost.class, lost -> assertThat(lost.reason()).contains("gone"));
    }
  }
}
