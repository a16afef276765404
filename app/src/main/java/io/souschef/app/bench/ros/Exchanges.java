package io.souschef.app.bench.ros;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.app.bench.measure.Measured;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.skills.execution.RobotException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Things that go there and come back between two participants. */
@SuppressWarnings("try") // what is opened here works by being open
final class Exchanges {

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

  Measured topic(EchoMessage kind, int runs) {
    String below = "/bench/" + kind.name().toLowerCase(Locale.ROOT);
    try (Publication answers = far.advertise(below + "/back", kind.type(), Qos.RELIABLE);
        Registration echo =
            far.subscribe(below + "/there", kind.type(), Qos.RELIABLE, answers::publish)) {
      return thereAndBack(near, kind, below + "/there", below + "/back", runs);
    }
  }

  /** Round trips with somebody who echoes a topic on another. */
  static Measured thereAndBack(
      RosTransport near, EchoMessage kind, String there, String back, int runs) {
    BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
    try (Registration ears = near.subscribe(back, kind.type(), Qos.RELIABLE, heard::add);
        Publication mouth = near.advertise(there, kind.type(), Qos.RELIABLE)) {
      // Peers take a moment to find each other; what is said before that is lost.
      boolean answered = false;
      for (int i = 0; i < FIRST_TRIES && !answered; i++) {
        mouth.publish(kind.message(0));
        answered = poll(heard, 200) != null;
      }
      AtomicInteger number = new AtomicInteger();
      return Measured.of(
          runs / 4,
          runs,
          () -> {
            mouth.publish(kind.message(number.incrementAndGet()));
            await(heard, kind, number.get());
          });
    }
  }

  private static void await(BlockingQueue<ObjectNode> heard, EchoMessage kind, int number) {
    ObjectNode answer;
    do {
      answer = poll(heard, PATIENCE.toMillis());
      if (answer == null) {
        throw new RobotException("A message of the benchmark was lost");
      }
    } while (kind.number(answer) != number);
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
    return Measured.of(
        runs / 4, runs, () -> get(near.call(service, SET_BOOL, request, PATIENCE), service));
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
      return goals(near, "/bench/execute_skill", "go_to", runs);
    }
  }

  /** From a goal's start to its first feedback; each goal has ended before the next one starts. */
  static Measured goals(RosTransport near, String action, String what, int runs) {
    for (int i = 0; i < FIRST_TRIES && !get(near.probe(action, PATIENCE), action); i++) {
      poll(new ArrayBlockingQueue<>(1), 50);
    }
    near.prepare(action, SKILL);
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("action", what);
    // The topic of feedback is found by itself, and what is told before that is lost.
    boolean told = false;
    for (int i = 0; i < FIRST_TRIES && !told; i++) {
      BlockingQueue<ObjectNode> feedback = new LinkedBlockingQueue<>();
      ClientGoal goal = near.send(action, SKILL, message, feedback::add);
      told = poll(feedback, 200) != null;
      end(goal);
    }
    return Measured.withEpilogue(
        runs / 4,
        runs,
        () -> {
          CompletableFuture<ObjectNode> feedback = new CompletableFuture<>();
          ClientGoal goal = near.send(action, SKILL, message, feedback::complete);
          get(feedback, "a goal of " + action);
          return () -> end(goal);
        });
  }

  private static void end(ClientGoal goal) {
    goal.cancel();
    get(goal.outcome(), "canceling a goal of " + goal.action());
  }

  private static <T> T get(CompletableFuture<T> future, String from) {
    try {
      return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new RobotException(from + " failed: " + e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new RobotException(
          String.format(Locale.ROOT, "no answer from %s within %d s", from, PATIENCE.toSeconds()),
          e);
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
