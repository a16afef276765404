package io.souschef.app.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.rosbridge.message.TypeName;
import io.souschef.rosbridge.transport.ActionHandler;
import io.souschef.rosbridge.transport.ClientGoal;
import io.souschef.rosbridge.transport.RosTransport;
import io.souschef.rosbridge.transport.RosTransport.Publication;
import io.souschef.rosbridge.transport.RosTransport.Qos;
import io.souschef.rosbridge.transport.RosTransport.Registration;
import io.souschef.skills.execution.RobotException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Things that go there and come back between two participants. */
@SuppressWarnings("try") // what is opened here works by being open
final class Exchanges {

  static final TypeName STRING = TypeName.of("std_msgs/msg/String");
  static final TypeName IMAGE = TypeName.of("sensor_msgs/msg/Image");
  static final TypeName SET_BOOL = TypeName.of("std_srvs/srv/SetBool");
  private static final TypeName SKILL = TypeName.of("souschef_msgs/action/ExecuteSkill");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FIRST_TRIES = 100;

  private final RosTransport near;
  private final RosTransport far;

  Exchanges(RosTransport near, RosTransport far) {
    this.near = near;
    this.far = far;
  }

  static ObjectNode text(String prefix) {
    return JsonNodeFactory.instance.objectNode().put("data", prefix + "x".repeat(64));
  }

  static ObjectNode megabyte() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("width", 1024)
        .put("height", 1024)
        .put("step", 1024)
        .put("encoding", "mono8")
        .put("data", new byte[1 << 20]);
  }

  Measured text(int runs) {
    return echo(STRING, "text", text(""), runs);
  }

  Measured image(int runs) {
    return echo(IMAGE, "image", megabyte(), runs);
  }

  private Measured echo(TypeName type, String name, ObjectNode message, int runs) {
    String there = "/bench/%s/there".formatted(name);
    String back = "/bench/%s/back".formatted(name);
    try (Publication answers = far.advertise(back, type, Qos.RELIABLE);
        Registration echo = far.subscribe(there, type, Qos.RELIABLE, answers::publish)) {
      return thereAndBack(near, type, there, back, message, runs);
    }
  }

  /** Round trips with somebody who echoes a topic on another. */
  static Measured thereAndBack(
      RosTransport near, TypeName type, String there, String back, ObjectNode message, int runs) {
    BlockingQueue<ObjectNode> heard = new ArrayBlockingQueue<>(FIRST_TRIES);
    try (Registration ears = near.subscribe(back, type, Qos.RELIABLE, heard::offer);
        Publication mouth = near.advertise(there, type, Qos.RELIABLE)) {
      awaitFirst(mouth, message, heard);
      return Measured.of(
          runs / 4,
          runs,
          () -> {
            mouth.publish(message);
            take(heard, PATIENCE.toMillis());
          });
    }
  }

  /** Peers take a moment to find each other; what is said before that is lost. */
  private static void awaitFirst(
      Publication mouth, ObjectNode message, BlockingQueue<ObjectNode> heard) {
    boolean answered = false;
    for (int i = 0; i < FIRST_TRIES && !answered; i++) {
      mouth.publish(message);
      answered = poll(heard, 200) != null;
    }
    while (poll(heard, 500) != null) {
      Thread.onSpinWait(); // answers to earlier tries
    }
  }

  private static void take(BlockingQueue<ObjectNode> heard, long patienceMs) {
    if (poll(heard, patienceMs) == null) {
      throw new RobotException("A message of the benchmark was lost");
    }
  }

  private static @org.jspecify.annotations.Nullable ObjectNode poll(
      BlockingQueue<ObjectNode> heard, long patienceMs) {
    try {
      return heard.poll(patienceMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RobotException("Interrupted", e);
    }
  }

  Measured service(int runs) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("success", true);
    try (Registration server = far.serve("/bench/set_bool", SET_BOOL, request -> answer)) {
      return calls(near, "/bench/set_bool", runs);
    }
  }

  /** Calls of a {@code std_srvs/srv/SetBool}. */
  static Measured calls(RosTransport near, String service, int runs) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("data", true);
    awaitServer(near, service, request);
    return Measured.of(runs / 4, runs, () -> get(near.call(service, SET_BOOL, request, PATIENCE)));
  }

  private static void awaitServer(RosTransport near, String service, ObjectNode request) {
    for (int i = 0; i < FIRST_TRIES; i++) {
      try {
        near.call(service, SET_BOOL, request, PATIENCE).get();
        return;
      } catch (ExecutionException e) {
        poll(new ArrayBlockingQueue<>(1), 50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  Measured action(int runs) {
    try (Registration server = far.serveAction("/bench/execute_skill", SKILL, new AtOnce())) {
      for (int i = 0; i < FIRST_TRIES && !get(near.probe("/bench/execute_skill", PATIENCE)); i++) {
        poll(new ArrayBlockingQueue<>(1), 50);
      }
      ObjectNode goal = JsonNodeFactory.instance.objectNode().put("action", "go_to");
      return Measured.of(runs / 4, runs, () -> toFirstFeedback(goal));
    }
  }

  private void toFirstFeedback(ObjectNode goal) {
    CompletableFuture<ObjectNode> feedback = new CompletableFuture<>();
    ClientGoal sent = near.send("/bench/execute_skill", SKILL, goal, feedback::complete);
    get(feedback);
    sent.cancel();
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new RobotException("The benchmark got no answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RobotException("Interrupted", e);
    }
  }

  /** Gives feedback as soon as a goal is there, and ends it when it is canceled. */
  private static final class AtOnce implements ActionHandler {
    @Override
    public Optional<String> refuse(ObjectNode goal) {
      return Optional.empty();
    }

    @Override
    public void start(ServerGoal goal) {
      goal.feedback(JsonNodeFactory.instance.objectNode().put("phase", "moving"));
      goal.onCancel(() -> goal.canceled(JsonNodeFactory.instance.objectNode()));
    }
  }
}
