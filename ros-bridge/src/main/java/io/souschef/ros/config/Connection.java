package io.souschef.ros.config;

import io.souschef.ros.message.Distribution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach a robot.
 *
 * @param transport which way
 * @param url of the rosbridge server, for {@link Transport#ROSBRIDGE}
 * @param domainId DDS domain, for {@link Transport#DDS}
 * @param network address of the one network interface that DDS uses, or {@code all}; empty for the
 *     loopback interface
 * @param wire how the robot's middleware tells replies apart, for {@link Transport#DDS}
 * @param linkTimeoutS silence after which the link counts as lost, seconds
 * @param distribution release of ROS 2 on the robot
 * @param namespace put before every relative name: {@code /robot1}
 * @param remap names that are different on this robot: {@code {detections: /camera/objects}}
 * @param interfaces folders with the robot's own interface packages
 * @param useSimTime whether the robot's time is that of {@code /clock}
 * @param qos by a topic's name, as the file has it, where another quality of service is wanted
 */
public record Connection(
    Transport transport,
    String url,
    int domainId,
    Optional<String> network,
    Wire wire,
    double linkTimeoutS,
    Distribution distribution,
    String namespace,
    Map<String, String> remap,
    List<Path> interfaces,
    boolean useSimTime,
    Map<String, Quality> qos) {

  /** How a topic's messages are kept and sent. */
  public enum Quality {
    /** Every message arrives, a few are kept. */
    RELIABLE,
    /** The newest counts, a lost one is not sent again. */
    SENSOR,
    /** Reliable, and who comes late receives the last one. */
    LATCHED
  }

  /** How requests and replies are told apart over DDS; middlewares of ROS 2 differ in it. */
  public enum Wire {
    /** By the peer's vendor. */
    AUTO,
    /** As rmw_fastrtps does: by the identity of the sample. */
    FASTDDS,
    /** As rmw_cyclonedds and Souschef's own servers do: by 16 bytes before the message. */
    CYCLONE
  }

  /** A way to a ROS 2 graph. */
  public enum Transport {
    ROSBRIDGE,
    DDS
  }

  Connection relativeTo(Path folder) {
    return new Connection(
        transport,
        url,
        domainId,
        network,
        wire,
        linkTimeoutS,
        distribution,
        namespace,
        remap,
        interfaces.stream().map(folder::resolve).toList(),
        useSimTime,
        qos);
  }

  /** What the file says of a topic's quality of service. */
  public Optional<Quality> quality(String topic) {
    return Optional.ofNullable(qos.get(topic));
  }

  /** A name by the rules of ROS 2: remapped, and below the namespace when it is relative. */
  public String resolve(String name) {
    String mapped = remap.getOrDefault(name, name);
    if (mapped.startsWith("/")) {
      return mapped;
    }
    String below = namespace.startsWith("/") ? namespace : "/" + namespace;
    return below.endsWith("/") ? below + mapped : below + "/" + mapped;
  }
}
