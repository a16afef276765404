package io.souschef.ros.mcap;

import io.souschef.ros.config.RecordedTopic;
import io.souschef.ros.config.RobotConfig;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Qos;
import io.souschef.ros.transport.RosTransport.Registration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Records what a robot publishes as it comes, by a way of its own to the graph, which it closes:
 * perception, transforms, and whatever the robot file names under {@code record}.
 */
public final class TopicRecording implements AutoCloseable {

  private final RosTransport transport;
  private final RosRecording recording;
  private final List<Registration> open = new ArrayList<>();

  /** Begins to listen. */
  public TopicRecording(RosTransport transport, RobotConfig config, RosRecording recording) {
    this.transport = transport;
    this.recording = recording;
    for (RecordedTopic topic : RecordedTopic.of(config)) {
      listen(
          config.connection().resolve(topic.topic()),
          TypeName.of(topic.type()),
          Qos.of(config.connection(), topic.topic(), topic.isLatched() ? Qos.LATCHED : Qos.SENSOR));
    }
  }

  private void listen(String topic, TypeName type, Qos qos) {
    open.add(
        transport.subscribe(
            topic, type, qos, message -> recording.ros(topic, type, now(), message)));
  }

  /** Wall-clock time, nanoseconds since 1970. */
  public static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }

  @Override
  public void close() {
    open.forEach(Registration::close);
    transport.close();
  }
}
