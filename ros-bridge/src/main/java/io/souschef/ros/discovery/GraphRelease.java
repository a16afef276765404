package io.souschef.ros.discovery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.skills.failure.InvalidInputException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Which release of ROS 2 a graph runs, as {@code /rosapi/get_ros_version} tells it. Stateless. */
public final class GraphRelease {

  private static final String SERVICE = "/rosapi/get_ros_version";
  private static final TypeName TYPE = new TypeName("rosapi_msgs", "srv", "GetROSVersion");
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Names of releases have letters, and not many. */
  private static final String NAME = "[a-z]{1,20}";

  private GraphRelease() {}

  /**
   * Asks; never fails.
   *
   * @return "jazzy"; empty where nobody tells
   */
  public static CompletableFuture<Optional<String>> ask(RosTransport transport) {
    try {
      return transport
          .call(SERVICE, TYPE, JsonNodeFactory.instance.objectNode(), PATIENCE)
          .thenApply(GraphRelease::name)
          .exceptionally(nobody -> Optional.empty());
    } catch (InvalidInputException e) {
      // Over DDS, where rosapi's types are not known, nobody can be asked.
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }

  private static Optional<String> name(ObjectNode answer) {
    return Optional.of(answer.path("distro").asText("").strip().toLowerCase(Locale.ROOT))
        .filter(name -> name.matches(NAME));
  }

  /** What to change where a graph runs another release than a robot file says; else nothing. */
  public static Optional<String> mend(String told, Distribution file) {
    return Distribution.named(told)
        .filter(release -> release != file)
        .map(
            release ->
                "the graph runs %s and the robot file says %s; write distribution: %s below connection"
                    .formatted(told, file.word(), told));
  }
}
