package io.souschef.ros.transport.dds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.MalformedMessageException;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.Causes;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.GoalIds;
import io.souschef.ros.transport.LinkEvent;
import io.souschef.ros.transport.Registrations;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.TopicWatch;
import io.souschef.ros.transport.dds.action.DdsActionClient;
import io.souschef.ros.transport.dds.action.DdsActionServer;
import io.souschef.ros.transport.dds.endpoint.DdsParticipant;
import io.souschef.ros.transport.dds.endpoint.DdsReader;
import io.souschef.ros.transport.dds.endpoint.DdsWriter;
import io.souschef.ros.transport.dds.endpoint.Sample;
import io.souschef.ros.transport.dds.service.DdsClient;
import io.souschef.ros.transport.dds.service.DdsServer;
import io.souschef.ros.transport.dds.service.InOrder;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ROS 2 graph over DDS. As a client it works with rmw_fastrtps and rmw_cyclonedds; its services
 * and actions are found by rmw_cyclonedds and by Souschef itself. DDS has no link of its own: a
 * server that goes ends its goals as lost.
 */
public final class DdsTransport implements RosTransport {

  private static final Logger LOG = LoggerFactory.getLogger(DdsTransport.class);

  private final DdsSettings settings;
  private final CdrCodec codec;
  private final DdsParticipant participant;

  /** Of topics; what tells of stops has queues of its own, so that it waits behind no picture. */
  private final ExecutorService delivery = Executors.newSingleThreadExecutor(DdsTransport::daemon);

  private final ExecutorService pool = Executors.newCachedThreadPool(DdsTransport::daemon);
  private final Executor executor = this::executeUnlessClosed;
  private final Causes dropped = new Causes(Duration.ofSeconds(30));
  private final Registrations<LinkEvent> watchers = new Registrations<>();
  private final Map<String, DdsClient> clients = new ConcurrentHashMap<>();
  private final Map<String, DdsActionClient> actions = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private DdsTransport(DdsSettings settings, MessageCatalog catalog) {
    this.settings = settings;
    codec = new CdrCodec(catalog);
    participant =
        new DdsParticipant(settings.name(), settings.domainId(), settings.network(), catalog);
  }

  /**
   * Joins a DDS domain.
   *
   * @throws io.souschef.skills.execution.RobotException when it cannot be joined
   */
  public static DdsTransport join(DdsSettings settings, MessageCatalog catalog) {
    return new DdsTransport(settings, catalog);
  }

  /** Shows itself to {@code ros2 node list}, below a namespace: {@code /robot1}. */
  void appear(MessageCatalog catalog, String namespace) {
    participant.appear(catalog, namespace, settings.name());
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "dds");
    thread.setDaemon(true);
    return thread;
  }

  private void executeUnlessClosed(Runnable task) {
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("A sample came after the transport was closed");
    }
  }

  private static String topic(String name) {
    return "rt" + name;
  }

  @Override
  public Registration subscribe(
      String topic, TypeName type, Qos qos, Consumer<ObjectNode> listener) {
    Executor queue = qos == Qos.LATCHED ? new InOrder(executor) : delivery;
    DdsReader reader =
        participant.reader(
            topic(topic),
            type,
            qos,
            message ->
                participant.handOver(
                    topic, message, queue, () -> deliver(topic, type, message, listener)),
            () -> {});
    return () -> participant.remove(reader);
  }

  @Override
  public TopicWatch watchTopic(
      String topic, List<TypeName> types, BiConsumer<TypeName, ObjectNode> listener) {
    Executor queue = new InOrder(executor);
    return new DdsTopicWatch(
        participant,
        topic(topic),
        types,
        (type, sample) ->
            participant.handOver(
                topic,
                sample,
                queue,
                () -> deliver(topic, type, sample, message -> listener.accept(type, message))));
  }

  private void deliver(String topic, TypeName type, Sample message, Consumer<ObjectNode> listener) {
    try {
      listener.accept(codec.decode(type, message.body(), message.order()));
    } catch (MalformedMessageException e) {
      dropped
          .next("%s: %s".formatted(topic, e.getMessage()))
          .ifPresent(
              words -> {
                LOG.warn("Dropped a message on {}", words);
                watchers.tell(new LinkEvent.Garbage(words));
              });
    }
  }

  @Override
  public Publication advertise(String topic, TypeName type, Qos qos) {
    DdsWriter writer = participant.writer(topic(topic), type, qos, () -> {});
    return new Publication() {
      @Override
      public synchronized void publish(ObjectNode message) {
        if (!closed) {
          writer.write(codec.encode(type, message, ByteOrder.LITTLE_ENDIAN));
        }
      }

      @Override
      public synchronized void close() {
        participant.remove(writer);
      }
    };
  }

  @Override
  public CompletableFuture<ObjectNode> call(
      String service, TypeName type, ObjectNode request, Duration deadline) {
    return clients
        .computeIfAbsent(
            service,
            name ->
                new DdsClient(
                    participant,
                    codec,
                    executor,
                    executor,
                    name,
                    type.part("Request"),
                    type.part("Response"),
                    settings.wire(),
                    () -> {}))
        .call(request, deadline);
  }

  @Override
  public Registration serve(
      String service, TypeName type, Function<ObjectNode, ObjectNode> handler) {
    return new DdsServer(
        participant,
        codec,
        executor,
        service,
        type.part("Request"),
        type.part("Response"),
        request -> CompletableFuture.completedFuture(handler.apply(request)));
  }

  private DdsActionClient action(String name, TypeName type) {
    return actions.computeIfAbsent(
        name, key -> new DdsActionClient(participant, codec, executor, key, type, settings.wire()));
  }

  @Override
  public void prepare(String action, TypeName type) {
    action(action, type);
  }

  @Override
  public ClientGoal send(
      String action, TypeName type, ObjectNode goal, Consumer<ObjectNode> feedback) {
    return action(action, type).send(action, goal, feedback);
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
    return call(action + "/_action/cancel_goal", GoalIds.CANCEL_GOAL, request, deadline);
  }

  @Override
  public Registration serveAction(String action, TypeName type, ActionHandler handler) {
    return new DdsActionServer(participant, codec, executor, action, type, handler);
  }

  @Override
  public boolean connected() {
    return !closed;
  }

  @Override
  public Registration watch(Consumer<LinkEvent> listener) {
    return watchers.add(listener);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    actions.values().forEach(DdsActionClient::close);
    clients.values().forEach(DdsClient::close);
    participant.close();
    delivery.shutdown();
    pool.shutdown();
  }
}
