package io.souschef.ros.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.souschef.skills.failure.FailureReason;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.Locale;

/** The robot file with which Souschef reaches a {@link RobotNode}. */
public final class ClientFile {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

  private ClientFile() {}

  /**
   * Writes a robot file.
   *
   * @param vocabulary the served robot's words
   * @param url of the rosbridge server; empty for DDS on the loopback address
   * @param domainId DDS domain
   * @param namespace the node's
   */
  public static String yaml(Vocabulary vocabulary, String url, int domainId, String namespace) {
    ObjectNode root = YAML.createObjectNode();
    ObjectNode connection = root.putObject("connection");
    connection.put("transport", url.isEmpty() ? "dds" : "rosbridge");
    if (url.isEmpty()) {
      connection.put("domain_id", domainId).put("network", "127.0.0.1").put("wire", "cyclone");
    } else {
      connection.put("url", url);
    }
    if (!namespace.isEmpty()) {
      connection.put("namespace", namespace);
    }
    // A simulation may hold its breath for seconds where processors are few.
    connection.put("link_timeout_s", 15).put("use_sim_time", true);
    words(root.putObject("vocabulary"), vocabulary);
    ObjectNode perception = root.putObject("perception");
    perception.put("state", "robot_state").put("complete", true).put("settle_s", 5);
    root.putObject("safety").put("pose_timeout_s", 10).put("e_stop", "e_stop");
    root.putArray("record")
        .addObject()
        .put("topic", "camera/image_raw")
        .put("type", "sensor_msgs/msg/Image");
    executeSkill(root.putObject("skills").putObject("*").putArray("commands").addObject());
    try {
      return YAML.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A robot file of plain words cannot be written", e);
    }
  }

  private static void words(ObjectNode node, Vocabulary vocabulary) {
    ArrayNode kinds = node.putArray("kinds");
    for (Vocabulary.Kind kind : vocabulary.kinds()) {
      kinds
          .addObject()
          .put("noun", kind.noun())
          .put("plural", kind.plural())
          .put("standable", kind.standable());
    }
    ArrayNode places = node.putArray("places");
    for (Place place : vocabulary.places()) {
      places
          .addObject()
          .put("name", place.name())
          .put("kind", place.kind().name().toLowerCase(Locale.ROOT))
          .put("x", place.pose().x())
          .put("y", place.pose().y())
          .put("z", place.pose().z())
          .put("yaw", place.pose().yaw())
          .put("length", place.lengthM())
          .put("width", place.widthM());
    }
  }

  private static void executeSkill(ObjectNode command) {
    command.put("action", "execute_skill").put("type", FailureCodes.EXECUTE_SKILL.toString());
    ObjectNode fields = command.putObject("fields");
    for (String field :
        new String[] {"action", "text", "wording", "argument_names", "argument_values"}) {
      fields.put(field, "${skill." + field + "}");
    }
    command.put("deadline_s", 300);
    ObjectNode codes = command.putObject("codes").put("field", "error_code");
    ObjectNode reasons = codes.putObject("reasons");
    FailureCodes.all()
        .forEach(
            (FailureReason reason, Integer code) ->
                reasons.put(code.toString(), reason.name().toLowerCase(Locale.ROOT)));
    command.put("message", "error_msg").put("duration", "duration").put("stamp", "stamp");
    command.putObject("feedback").put("phase", "phase").put("fraction", "fraction");
  }
}
