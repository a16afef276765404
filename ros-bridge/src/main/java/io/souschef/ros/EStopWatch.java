package io.souschef.ros;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.event.RobotEvent;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.TopicWatch;
import io.souschef.ros.transport.TopicWatch.Publishers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Listens to the e-stop topic, whatever its publishers' quality of service: {@code true} of a
 * {@code std_msgs/msg/Bool}, or any {@code std_msgs/msg/Empty}. Says when nobody could press it.
 */
final class EStopWatch implements AutoCloseable {

  private static final TypeName BOOL = TypeName.of("std_msgs/msg/Bool");
  private static final TypeName EMPTY = TypeName.of("std_msgs/msg/Empty");
  private static final long PERIOD_MS = 1000;

  /** How long publishers may take to be found before it is said that there are none. */
  private static final int LOOKS = 4;

  private final String topic;
  private final TopicWatch watch;
  private final Consumer<RobotEvent> events;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "e-stop");
            thread.setDaemon(true);
            return thread;
          });
  private int looks;
  private String said = "";

  /**
   * Starts to listen.
   *
   * @param pressed called on the transport's threads whenever it is pressed
   */
  EStopWatch(RosTransport transport, String topic, Runnable pressed, Consumer<RobotEvent> events) {
    this.topic = topic;
    this.events = events;
    watch =
        transport.watchTopic(
            topic,
            List.of(BOOL, EMPTY),
            (type, message) -> {
              if (isPressed(type, message)) {
                pressed.run();
              }
            });
    var unused =
        timer.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  private static boolean isPressed(TypeName type, ObjectNode message) {
    return type.equals(EMPTY) || message.path("data").asBoolean();
  }

  private void look() {
    looks++;
    String words = state();
    if (looks >= LOOKS && !words.equals(said)) {
      said = words;
      events.accept(new RobotEvent.Doubted(words));
    }
  }

  /** Who publishes it, in a sentence. */
  String state() {
    Publishers who = watch.publishers();
    if (!who.known()) {
      return "who publishes the e-stop topic %s cannot be found out here (no /rosapi)"
          .formatted(topic);
    }
    if (who.count() > 0) {
      return "the e-stop topic %s is published (%s, %s)".formatted(topic, who.count(), who.type());
    }
    return who.type().isEmpty()
        ? "nobody publishes the e-stop topic %s: it cannot be pressed".formatted(topic)
        : "the e-stop topic %s is published as %s: only %s and %s are understood"
            .formatted(topic, who.type(), BOOL, EMPTY);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    watch.close();
  }
}
