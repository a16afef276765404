package io.souschef.ros.task;

import io.souschef.ros.mapping.Diagnosis;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.TransportException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once a second on {@code /diagnostics} how a node is, by wall-clock time. */
public final class TaskDiagnostics implements AutoCloseable {

  public static final String TOPIC = "/diagnostics";
  public static final TypeName TYPE = TypeName.of("diagnostic_msgs/msg/DiagnosticArray");

  private static final Logger LOG = LoggerFactory.getLogger(TaskDiagnostics.class);

  private final Publication topic;
  private final Supplier<Diagnosis> how;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "diagnostics");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Begins to tell.
   *
   * @param how asked on a thread of its own
   */
  public TaskDiagnostics(RosTransport transport, Supplier<Diagnosis> how) {
    this.how = how;
    topic = transport.advertise(TOPIC, TYPE, Qos.RELIABLE);
    var unused = timer.scheduleAtFixedRate(this::tell, 0, 1, TimeUnit.SECONDS);
  }

  private void tell() {
    try {
      topic.publish(how.get().message(System.currentTimeMillis() / 1000.0));
    } catch (TransportException e) {
      LOG.debug("A diagnosis could not be sent", e); // the next one may
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    topic.close();
  }
}
