package io.souschef.ros.soak;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What else a robot has: a pose that is published, a detector that sees nothing, an e-stop. */
final class Surroundings implements AutoCloseable {

  private static final int PERIOD_MS = 50;

  private final RosTransport transport;
  private final Publication transforms;
  private final Publication detections;
  private final Publication eStop;
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private volatile boolean poseLost;
  private volatile boolean pressed;

  /** Around a robot on a graph; closes the way that it is given. */
  Surroundings(RosTransport transport) {
    this.transport = transport;
    transforms = transport.advertise("/tf", TypeName.of("tf2_msgs/msg/TFMessage"), Qos.RELIABLE);
    detections =
        transport.advertise(
            "/peer/detections", TypeName.of("vision_msgs/msg/Detection3DArray"), Qos.RELIABLE);
    eStop = transport.advertise("/e_stop", TypeName.of("std_msgs/msg/Bool"), Qos.RELIABLE);
    var unused = timer.scheduleAtFixedRate(this::publish, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static void stamp(ObjectNode message, String frame) {
    long now = System.currentTimeMillis();
    message
        .putObject("header")
        .put("frame_id", frame)
        .putObject("stamp")
        .put("sec", now / 1000)
        .put("nanosec", now % 1000 * 1_000_000);
  }

  private void publish() {
    if (!poseLost) {
      ObjectNode message = json();
      ObjectNode one = message.putArray("transforms").addObject();
      stamp(one, "map");
      one.put("child_frame_id", "base_link")
          .putObject("transform")
          .putObject("rotation")
          .put("w", 1);
      transforms.publish(message);
    }
    ObjectNode seen = json();
    stamp(seen, "map");
    seen.putArray("detections");
    detections.publish(seen);
    if (pressed) {
      eStop.publish(json().put("data", true));
    }
  }

  void losePose() {
    poseLost = true;
  }

  void pressEStop() {
    pressed = true;
  }

  boolean wasEStopPressed() {
    return pressed;
  }

  void releaseEStop() {
    pressed = false;
    eStop.publish(json().put("data", false));
  }

  /** The pose comes again; an e-stop stays pressed until it is released. */
  void restore() {
    poseLost = false;
  }

  boolean serverAnswers() {
    return transport.probe("/peer/execute_skill", Duration.ofSeconds(2)).join();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    transport.close();
  }
}
