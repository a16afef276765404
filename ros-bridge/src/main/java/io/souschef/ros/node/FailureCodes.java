package io.souschef.ros.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.ros.message.Distribution;
import io.souschef.ros.message.MessageCatalog;
import io.souschef.ros.message.TypeName;
import io.souschef.skills.execution.FailureReason;
import java.util.EnumMap;
import java.util.Map;

/** The numbers that {@code souschef_msgs/action/ExecuteSkill} has for reasons of failure. */
final class FailureCodes {

  static final TypeName EXECUTE_SKILL = TypeName.of("souschef_msgs/action/ExecuteSkill");

  private FailureCodes() {}

  static Map<FailureReason, Integer> all() {
    Map<String, JsonNode> constants =
        MessageCatalog.standard(Distribution.JAZZY).get(EXECUTE_SKILL.part("Result")).constants();
    Map<FailureReason, Integer> codes = new EnumMap<>(FailureReason.class);
    for (FailureReason reason : FailureReason.values()) {
      JsonNode code = constants.get(reason.name());
      if (code == null) {
        throw new IllegalStateException("ExecuteSkill.action has no number for " + reason);
      }
      codes.put(reason, code.intValue());
    }
    return codes;
  }
}
