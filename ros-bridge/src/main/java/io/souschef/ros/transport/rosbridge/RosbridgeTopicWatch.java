package io.souschef.ros.transport.rosbridge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport.Registration;
import io.souschef.ros.transport.TopicWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A topic in whatever type and quality of service it is published. rosbridge chooses both when it
 * is asked to subscribe, by those who publish then: so {@code /rosapi} is asked who does, and the
 * topic is subscribed anew when that changes. Where there is no {@code /rosapi} it is subscribed at
 * once, in the first type.
 */
final class RosbridgeTopicWatch implements TopicWatch {

  private static final long PERIOD_MS = 1000;
  private static final int MOST_SILENCES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String topic;
  private final List<TypeName> types;
  private final BiConsumer<TypeName, ObjectNode> listener;
  private final RosbridgeTopics topics;
  private final RosbridgeCalls calls;
  private final ScheduledFuture<?> timer;
  private @Nullable Registration subscription;
  private List<String> subscribedTo = List.of();
  private boolean closed;
  private int silences;
  private volatile Publishers publishers = new Publishers(false, 0, "");

  RosbridgeTopicWatch(
      String topic,
      List<TypeName> types,
      BiConsumer<TypeName, ObjectNode> listener,
      RosbridgeTopics topics,
      RosbridgeCalls calls,
      ScheduledExecutorService timer) {
    this.topic = topic;
    this.types = types;
    this.listener = listener;
    this.topics = topics;
    this.calls = calls;
    this.timer = timer.scheduleWithFixedDelay(this::look, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  private CompletableFuture<ObjectNode> ask(String question) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("topic", topic);
    // The type's definition is not needed: what is not known is passed on as it is.
    TypeName type =
        new TypeName(
            "rosapi_msgs", "srv", question.equals("publishers") ? "Publishers" : "TopicType");
    return calls.call("/rosapi/" + question, type, request, PATIENCE);
  }

  private void look() {
    var unused =
        ask("publishers")
            .thenCombine(ask("topic_type"), this::found)
            .exceptionally(
                none -> {
                  unknown(none);
                  return null;
                });
  }

  private @Nullable Void found(ObjectNode who, ObjectNode what) {
    synchronized (this) {
      silences = 0;
    }
    List<String> names =
        StreamSupport.stream(who.path("publishers").spliterator(), false)
            .map(name -> name.asText())
            .sorted()
            .toList();
    String text = what.path("type").asText("");
    Optional<TypeName> type = types.stream().filter(t -> t.toString().equals(text)).findFirst();
    publishers =
        new Publishers(true, type.isPresent() ? names.size() : 0, names.isEmpty() ? "" : text);
    if (!names.isEmpty() && type.isPresent()) {
      subscribe(type.get(), names);
    }
    return null;
  }

  /** One answer that does not come in time does not mean that there is no {@code /rosapi}. */
  private void unknown(Throwable why) {
    boolean late = why instanceof CompletionException && why.getCause() instanceof TimeoutException;
    synchronized (this) {
      late &= ++silences < MOST_SILENCES;
    }
    if (!late) {
      publishers = new Publishers(false, 0, "");
    }
    synchronized (this) {
      if (subscription != null) {
        return;
      }
    }
    subscribe(types.get(0), List.of());
  }

  private synchronized void subscribe(TypeName type, List<String> names) {
    if (closed || (subscription != null && subscribedTo.equals(names))) {
      return;
    }
    if (subscription != null) {
      subscription.close();
    }
    subscription = topics.subscribe(topic, type, message -> listener.accept(type, message));
    subscribedTo = names;
  }

  @Override
  public Publishers publishers() {
    return publishers;
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel(false);
    if (subscription != null) {
      subscription.close();
    }
  }
}
