package io.souschef.ros.transport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.Connection;
import io.souschef.ros.message.TypeName;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A ROS 2 graph. Names are full: {@code /robot/detections}. Safe for use by many threads; listeners
 * and handlers are called on the transport's own threads and must return soon.
 *
 * <p>Messages are complete where their definition is known (see {@link
 * io.souschef.ros.message.json.MessageJson}).
 */
public interface RosTransport extends AutoCloseable {

  /** How a topic's messages are kept and sent. */
  enum Qos {
    /** Every message arrives, a few are kept: commands, states. */
    RELIABLE,
    /** The newest counts, a lost one is not sent again: cameras, detections, transforms. */
    SENSOR,
    /** Reliable, and who comes late receives the last one: static transforms, status. */
    LATCHED;

    /** What the robot's file says of a topic, else what is usual for it. */
    public static Qos of(Connection connection, String topic, Qos usual) {
      return connection.quality(topic).map(quality -> valueOf(quality.name())).orElse(usual);
    }
  }

  /** Something that lasts until it is closed. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** The sending end of a topic. */
  interface Publication extends Registration {
    /**
     * Sends a message, or drops it when the link is down or cannot keep up.
     *
     * @throws io.souschef.ros.message.MalformedMessageException when it is not of the topic's type
     */
    void publish(ObjectNode message);
  }

  Registration subscribe(String topic, TypeName type, Qos qos, Consumer<ObjectNode> listener);

  /**
   * Hears a topic whatever quality of service its publishers offer, a message that was kept for who
   * comes late included, in whichever of some types they publish it. A message may come twice.
   *
   * @param types at least one; the first is taken where nothing can be found out
   */
  TopicWatch watchTopic(
      String topic, List<TypeName> types, BiConsumer<TypeName, ObjectNode> listener);

  Publication advertise(String topic, TypeName type, Qos qos);

  /**
   * Calls a service.
   *
   * @return the response, or a {@link TransportException} when the service refuses, the link is
   *     lost or the deadline passes
   */
  CompletableFuture<ObjectNode> call(
      String service, TypeName type, ObjectNode request, Duration deadline);

  /** Offers a service. */
  Registration serve(String service, TypeName type, Function<ObjectNode, ObjectNode> handler);

  /** Gets ready to send goals of an action, so that the first goes out as quickly as the next. */
  default void prepare(String action, TypeName type) {}

  /** Sends a goal; its end is told by {@link ClientGoal#outcome}. */
  ClientGoal send(String action, TypeName type, ObjectNode goal, Consumer<ObjectNode> feedback);

  /**
   * Asks every server of an action to cancel all its goals, whoever sent them.
   *
   * @return how many goals it says it is canceling, or a {@link TransportException}
   */
  CompletableFuture<Integer> cancelAll(String action, Duration deadline);

  /**
   * Asks every server of an action to cancel one goal.
   *
   * @return the {@code return_code} of {@code action_msgs/srv/CancelGoal}, or a {@link
   *     TransportException}; a code says what the server means to do, not that the goal has ended
   */
  CompletableFuture<Integer> cancelGoal(String action, UUID id, Duration deadline);

  /**
   * Whether a server of an action answers. Does not touch its goals.
   *
   * @return true; false when the deadline passes
   */
  CompletableFuture<Boolean> probe(String action, Duration deadline);

  /** Offers an action. */
  Registration serveAction(String action, TypeName type, ActionHandler handler);

  /** Whether the link works as far as is known. */
  boolean connected();

  /** Tells of the link from now on. */
  Registration watch(Consumer<LinkEvent> listener);

  @Override
  void close();
}
