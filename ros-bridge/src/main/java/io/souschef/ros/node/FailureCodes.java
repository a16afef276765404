package io.souschef.ros.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.skills.failure.FailureReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The numbers that {@code souschef_msgs/action/ExecuteSkill} has for reasons of failure. */
final class FailureCodes {

  static final TypeName EXECUTE_SKILL = TypeName.of("souschef_msgs/action/ExecuteSkill");

  private FailureCodes() {}

  static Map<FailureReason, Integer> all() {
    Map<String, JsonNode> constants =
        MessageCatalog.standard(Distribution.JAZZY).get(EXECUTE_SKILL.part("Result")).constants();
    int fault = Objects.requireNonNull(constants.get(FailureReason.ROBOT_FAULT.name())).intValue();
    Map<FailureReason, Integer> codes = new EnumMap<>(FailureReason.class);
    for (FailureReason reason : FailureReason.values()) {
      // A reason without a number of its own goes as a fault; its words go with it.
      JsonNode own = constants.get(reason.name());
      codes.put(reason, own == null ? fault : own.intValue());
    }
    return codes;
  }
}
