package io.souschef.app.robot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import io.souschef.ros.mcap.DecisionJson;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.transport.RosTransport;
import io.souschef.ros.transport.RosTransport.Publication;
import io.souschef.ros.transport.RosTransport.Qos;
import java.util.function.Consumer;

/**
 * Episodes on a graph, as JSON in {@code std_msgs/msg/String}: {@code events}, a line of the trace
 * each; {@code decisions}, as recordings have them; and {@code belief}, latched, the newest
 * observation.
 */
final class EpisodeTopics implements Consumer<EpisodeEvent>, AutoCloseable {

  private static final TypeName STRING = TypeName.of("std_msgs/msg/String");

  private final Publication events;
  private final Publication decisions;
  private final Publication belief;

  EpisodeTopics(RosTransport transport, String name) {
    events = transport.advertise(name + "/events", STRING, Qos.RELIABLE);
    decisions = transport.advertise(name + "/decisions", STRING, Qos.RELIABLE);
    belief = transport.advertise(name + "/belief", STRING, Qos.LATCHED);
  }

  @Override
  public void accept(EpisodeEvent event) {
    JsonNode line = Trace.json(event);
    publish(events, line);
    if (event instanceof EpisodeEvent.Decided) {
      publish(decisions, DecisionJson.of(line));
    } else if (event instanceof EpisodeEvent.Observed) {
      publish(belief, line.path("observation"));
    }
  }

  private static void publish(Publication topic, JsonNode json) {
    topic.publish(JsonNodeFactory.instance.objectNode().put("data", json.toString()));
  }

  @Override
  public void close() {
    events.close();
    decisions.close();
    belief.close();
  }
}
