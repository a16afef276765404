package io.souschef.ros.transport.dds.endpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.message.Field;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.ros.message.cdr.CdrCodec;
import io.souschef.ros.transport.RosTransport.Qos;
import java.nio.ByteOrder;
import java.util.Collection;

/**
 * What nodes tell each other of their endpoints, so that {@code ros2 node list} and {@code info}
 * show them: {@code rmw_dds_common/msg/ParticipantEntitiesInfo} on {@code ros_discovery_info}.
 */
final class GraphPresence {

  static final String TOPIC = "ros_discovery_info";
  static final TypeName TYPE = TypeName.of("rmw_dds_common/msg/ParticipantEntitiesInfo");

  private static final TypeName GID = TypeName.of("rmw_dds_common/msg/Gid");

  private final CdrCodec codec;
  private final int gidBytes;
  private final String namespace;
  private final String name;
  private final DdsWriter writer;

  GraphPresence(DdsParticipant participant, MessageCatalog catalog, String namespace, String name) {
    this.codec = new CdrCodec(catalog);
    this.gidBytes = catalog.get(GID).field("data").map(Field::count).orElseThrow().limit();
    this.namespace = namespace;
    this.name = name;
    writer = participant.writer(TOPIC, TYPE, Qos.LATCHED, () -> {});
  }

  /** Tells everybody which endpoints there are now. */
  void tell(
      EndpointId participant, Collection<EndpointId> readers, Collection<EndpointId> writers) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.set("gid", gid(participant));
    ObjectNode node = message.putArray("node_entities_info_seq").addObject();
    node.put("node_namespace", namespace).put("node_name", name);
    all(node.putArray("reader_gid_seq"), readers);
    all(node.putArray("writer_gid_seq"), writers);
    writer.write(codec.encode(TYPE, message, ByteOrder.LITTLE_ENDIAN));
  }

  private void all(ArrayNode array, Collection<EndpointId> ids) {
    // The endpoint that tells this is the participant's, not the node's.
    ids.stream().filter(id -> !id.equals(writer.id())).forEach(id -> array.add(gid(id)));
  }

  /** The prefix and the entity; what is left of a longer field is zero. */
  private ObjectNode gid(EndpointId id) {
    return JsonNodeFactory.instance.objectNode().put("data", id.bytes(gidBytes));
  }
}
