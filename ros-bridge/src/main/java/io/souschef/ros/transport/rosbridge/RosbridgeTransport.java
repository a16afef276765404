package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.Causes;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.LinkEvent;
import io.souschef.ros.transport.Registrations;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.TopicWatch;
import io.souschef.ros.transport.TransportException;
import io.souschef.skills.execution.RobotException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ROS 2 graph behind a rosbridge server, whatever middleware it runs. Topics, offered services
 * and actions, and cancels have a standing socket each; every goal and every call has one to
 * itself. Lost standing sockets come back and take up their subscriptions and offers again.
 */
public final class RosbridgeTransport implements RosTransport {

  private static final Logger LOG = LoggerFactory.getLogger(RosbridgeTransport.class);

  private final ExecutorService executor;
  private final ScheduledExecutorService timer;
  private final SocketOpener opener;
  private final Causes dropped = new Causes(Duration.ofSeconds(30));
  private final Registrations<LinkEvent> watchers = new Registrations<>();
  private final StandingSocket control;
  private final StandingSocket data;
  private final StandingSocket serving;
  private final RosbridgeTopics topics;
  private final RosbridgeServers servers;
  private final RosbridgeCalls calls;
  private final SocketPool pool;
  private final RosbridgeJson json;

  private RosbridgeTransport(RosbridgeSettings settings, MessageCatalog catalog) {
    executor = Executors.newCachedThreadPool(task -> daemon("rosbridge", task));
    timer = Executors.newSingleThreadScheduledExecutor(task -> daemon("rosbridge-timer", task));
    opener = new SocketOpener(settings, executor, timer, this::garbage);
    json = new RosbridgeJson(catalog);
    pool = new SocketPool(opener);
    control = standing(this::complaint);
    data =
        standing(
            message -> {
              complaint(message);
              topics().receive(message);
            });
    serving =
        standing(
            message -> {
              complaint(message);
              servers().receive(message);
            });
    topics = new RosbridgeTopics(data, json);
    servers = new RosbridgeServers(serving, json);
    calls = new RosbridgeCalls(pool, json);
  }

  private RosbridgeTopics topics() {
    return topics;
  }

  private RosbridgeServers servers() {
    return servers;
  }

  private static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private StandingSocket standing(Consumer<ObjectNode> receiver) {
    return new StandingSocket(opener, timer, receiver, this::up, this::down);
  }

  /**
   * Connects.
   *
   * @throws RobotException when no server answers there, with the way to start one
   */
  public static RosbridgeTransport connect(RosbridgeSettings settings, MessageCatalog catalog) {
    RosbridgeTransport transport = new RosbridgeTransport(settings, catalog);
    try {
      CompletableFuture.allOf(
              transport.control.open(), transport.data.open(), transport.serving.open())
          .join();
      return transport;
    } catch (CompletionException e) {
      transport.close();
      throw new RobotException(
          "No rosbridge answers at %s (%s); start it on the robot with 'ros2 launch rosbridge_server rosbridge_websocket_launch.xml'"
              .formatted(settings.uri(), reason(e)),
          e);
    }
  }

  private static String reason(Throwable error) {
    Throwable cause = error;
    for (Throwable next = cause.getCause(); next != null; next = cause.getCause()) {
      cause = next;
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private void up() {
    if (connected()) {
      watchers.tell(new LinkEvent.Up());
    }
  }

  private void down(String reason) {
    watchers.tell(new LinkEvent.Down(reason)); // first: a robot may have to be stopped
    LOG.warn("Lost a socket to rosbridge: {}", reason);
  }

  private void garbage(String reason) {
    dropped
        .next(reason)
        .ifPresent(
            words -> {
              LOG.warn("Dropped a message from rosbridge: {}", words);
              watchers.tell(new LinkEvent.Garbage(words));
            });
  }

  /** rosbridge says on the socket that asked what it cannot do: a topic of another type, say. */
  private void complaint(ObjectNode message) {
    boolean serious =
        RosbridgeJson.text(message, "op").equals("status")
            && List.of("error", "warning").contains(RosbridgeJson.text(message, "level"));
    if (serious) {
      dropped
          .next(RosbridgeJson.text(message, "msg"))
          .ifPresent(
              words -> {
                LOG.warn("rosbridge says: {}", words);
                watchers.tell(new LinkEvent.Complaint(words));
              });
    }
  }

  @Override
  public Registration subscribe(
      String topic, TypeName type, Qos qos, Consumer<ObjectNode> listener) {
    return topics.subscribe(topic, type, listener);
  }

  @Override
  public TopicWatch watchTopic(
      String topic, List<TypeName> types, BiConsumer<TypeName, ObjectNode> listener) {
    return new RosbridgeTopicWatch(topic, types, listener, topics, calls, timer);
  }

  @Override
  public Publication advertise(String topic, TypeName type, Qos qos) {
    return topics.advertise(topic, type, qos);
  }

  @Override
  public CompletableFuture<ObjectNode> call(
      String service, TypeName type, ObjectNode request, Duration deadline) {
    return calls.call(service, type, request, deadline);
  }

  @Override
  public Registration serve(
      String service, TypeName type, Function<ObjectNode, ObjectNode> handler) {
    return servers.serve(service, type, handler);
  }

  @Override
  public ClientGoal send(
      String action, TypeName type, ObjectNode goal, Consumer<ObjectNode> feedback) {
    RosbridgeGoal sent = new RosbridgeGoal(action, type, feedback, control, json);
    sent.start(pool, goal);
    return sent;
  }

  @Override
  public CompletableFuture<Integer> cancelAll(String action, Duration deadline) {
    return cancel(action, GoalIds.cancelEverything(), deadline)
        .thenApply(response -> response.path("goals_canceling").size());
  }

  @Override
  public CompletableFuture<Integer> cancelGoal(String action, UUID id, Duration deadline) {
    return cancel(action, GoalIds.cancel(id), deadline)
        .thenApply(response -> response.path("return_code").asInt());
  }

  @Override
  public CompletableFuture<Boolean> probe(String action, Duration deadline) {
    return cancel(action, GoalIds.cancel(UUID.randomUUID()), deadline)
        .handle((response, error) -> error == null);
  }

  private CompletableFuture<ObjectNode> cancel(
      String action, ObjectNode request, Duration deadline) {
    return call(action + "/_action/cancel_goal", GoalIds.CANCEL_GOAL, request, deadline)
        .exceptionallyCompose(
            error ->
                CompletableFuture.failedFuture(
                    new TransportException(
                        "Action %s: its server does not answer (%s)"
                            .formatted(action, reason(error)),
                        error)));
  }

  @Override
  public Registration serveAction(String action, TypeName type, ActionHandler handler) {
    return servers.serveAction(action, type, handler);
  }

  @Override
  public boolean connected() {
    return control.isUp() && data.isUp() && serving.isUp();
  }

  @Override
  public Registration watch(Consumer<LinkEvent> listener) {
    return watchers.add(listener);
  }

  @Override
  public void close() {
    control.close();
    data.close();
    serving.close();
    opener.close();
    timer.shutdownNow();
    executor.shutdown();
  }
}
