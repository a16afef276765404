package io.souschef.ros;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.TransportException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says several times a second whether a command is under way, for a watchdog on the robot that
 * cancels it should this process die.
 */
final class Heartbeat implements AutoCloseable {

  /** Below the robot's namespace. */
  static final String TOPIC = "souschef/heartbeat";

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final TypeName BOOL = TypeName.of("std_msgs/msg/Bool");
  private static final long PERIOD_MS = 200;

  private final Publication topic;
  private final BooleanSupplier moving;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  Heartbeat(RosTransport transport, String name, BooleanSupplier moving) {
    this.moving = moving;
    topic = transport.advertise(name, BOOL, Qos.RELIABLE);
    var unused = timer.scheduleAtFixedRate(this::beat, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    try {
      topic.publish(JsonNodeFactory.instance.objectNode().put("data", moving.getAsBoolean()));
    } catch (TransportException e) {
      LOG.debug("A heartbeat could not be sent", e); // the next one may
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    topic.close();
  }
}
