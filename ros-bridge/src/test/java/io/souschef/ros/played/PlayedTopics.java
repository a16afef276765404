package io.souschef.ros.played;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.ActionHandler;
import io.souschef.ros.transport.ClientGoal;
import io.souschef.ros.transport.LinkEvent;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.TopicWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A graph of which there are topics only, whose messages the test makes up. */
public final class PlayedTopics implements RosTransport {

  private final Map<String, List<Consumer<ObjectNode>>> listeners = new ConcurrentHashMap<>();

  /** Everybody who listens hears this at once. */
  public void tell(String topic, ObjectNode message) {
    listeners.getOrDefault(topic, List.of()).forEach(listener -> listener.accept(message));
  }

  @Override
  public Registration subscribe(
      String topic, TypeName type, Qos qos, Consumer<ObjectNode> listener) {
    List<Consumer<ObjectNode>> all =
        listeners.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>());
    all.add(listener);
    return () -> all.remove(listener);
  }

  @Override
  public TopicWatch watchTopic(
      String topic, List<TypeName> types, BiConsumer<TypeName, ObjectNode> listener) {
    Registration listening =
        subscribe(
            topic, types.get(0), Qos.RELIABLE, message -> listener.accept(types.get(0), message));
    return new TopicWatch() {
      @Override
      public Publishers publishers() {
        return new Publishers(false, 0, "");
      }

      @Override
      public void close() {
        listening.close();
      }
    };
  }

  @Override
  public Publication advertise(String topic, TypeName type, Qos qos) {
    return new Publication() {
      @Override
      public void publish(ObjectNode message) {
        tell(topic, message);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public CompletableFuture<ObjectNode> call(
      String service, TypeName type, ObjectNode request, Duration deadline) {
    return CompletableFuture.completedFuture(JsonNodeFactory.instance.objectNode());
  }

  @Override
  public Registration serve(
      String service, TypeName type, Function<ObjectNode, ObjectNode> handler) {
    return () -> {};
  }

  @Override
  public ClientGoal send(
      String action, TypeName type, ObjectNode goal, Consumer<ObjectNode> feedback) {
    throw new UnsupportedOperationException("There are topics only");
  }

  @Override
  public CompletableFuture<Integer> cancelAll(String action, Duration deadline) {
    return CompletableFuture.completedFuture(0);
  }

  @Override
  public CompletableFuture<Integer> cancelGoal(String action, UUID id, Duration deadline) {
    return CompletableFuture.completedFuture(2);
  }

  @Override
  public CompletableFuture<Boolean> probe(String action, Duration deadline) {
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public Registration serveAction(String action, TypeName type, ActionHandler handler) {
    return () -> {};
  }

  @Override
  public boolean connected() {
    return true;
  }

  @Override
  public Registration watch(Consumer<LinkEvent> listener) {
    return () -> {};
  }

  @Override
  public void close() {}
}
