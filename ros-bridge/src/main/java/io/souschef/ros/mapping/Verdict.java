package io.souschef.ros.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.ros.config.CommandEntry;
import io.souschef.ros.config.CommandEntry.Codes;
import io.souschef.ros.config.CommandEntry.Condition;
import io.souschef.ros.event.Printable;
import io.souschef.ros.transport.GoalOutcome;
import io.souschef.skills.execution.SkillResult;
import io.souschef.skills.failure.FailureReason;
import java.util.Optional;

/** What a command's result means for the skill. */
public final class Verdict {

  private final CommandEntry command;

  public Verdict(CommandEntry command) {
    this.command = command;
  }

  /**
   * Judges how a goal ended.
   *
   * @param measuredS time it took, seconds, where the result does not tell
   */
  public SkillResult of(GoalOutcome outcome, double measuredS) {
    if (outcome instanceof GoalOutcome.Succeeded succeeded) {
      return ofResult(succeeded.result(), measuredS);
    }
    if (outcome instanceof GoalOutcome.Aborted aborted) {
      return failed(
          aborted.result(),
          measuredS,
          reason(aborted.result()).orElse(command.aborted()),
          "the robot gave up");
    }
    if (outcome instanceof GoalOutcome.Canceled canceled) {
      return new SkillResult.Canceled(
          duration(canceled.result(), measuredS), message(canceled.result(), "canceled"));
    }
    if (outcome instanceof GoalOutcome.Rejected rejected) {
      return new SkillResult.Failed(
          measuredS,
          FailureReason.REJECTED,
          "%s did not take the goal on: %s"
              .formatted(command.name(), Printable.of(rejected.reason())));
    }
    return new SkillResult.Failed(
        measuredS,
        FailureReason.ROBOT_FAULT,
        "%s was lost: %s"
            .formatted(command.name(), Printable.of(((GoalOutcome.Lost) outcome).reason())));
  }

  /** Judges the result of a goal that was reached, or the response of a service. */
  public SkillResult ofResult(ObjectNode result, double measuredS) {
    Optional<FailureReason> coded = reason(result);
    if (coded.isPresent()) {
      return failed(result, measuredS, coded.get(), "it says that it failed");
    }
    for (Condition condition : command.success()) {
      JsonNode value = SkillMapping.field(result, condition.field());
      if (!matches(value, condition.equals())) {
        return failed(
            result,
            measuredS,
            condition.otherwise(),
            "%s is %s, not %s"
                .formatted(condition.field(), Printable.of(value.toString()), condition.equals()));
      }
    }
    return new SkillResult.Succeeded(duration(result, measuredS), message(result, "done"));
  }

  private SkillResult failed(
      ObjectNode result, double measuredS, FailureReason reason, String otherwise) {
    return new SkillResult.Failed(
        duration(result, measuredS), reason, message(result, command.name() + ": " + otherwise));
  }

  private Optional<FailureReason> reason(ObjectNode result) {
    if (command.codes().isEmpty()) {
      return Optional.empty();
    }
    Codes codes = command.codes().get();
    int code = SkillMapping.field(result, codes.field()).asInt(codes.ok());
    return code == codes.ok()
        ? Optional.empty()
        : Optional.of(codes.reasons().getOrDefault(code, command.aborted()));
  }

  private static boolean matches(JsonNode value, JsonNode expected) {
    return expected.isNumber()
        ? value.isNumber() && value.doubleValue() == expected.doubleValue()
        : value.equals(expected);
  }

  private String message(ObjectNode result, String otherwise) {
    String text =
        command.message().map(field -> SkillMapping.field(result, field).asText("")).orElse("");
    return text.isEmpty() ? otherwise : Printable.of(text);
  }

  private double duration(ObjectNode result, double measuredS) {
    return command
        .duration()
        .map(field -> SkillMapping.field(result, field))
        .filter(JsonNode::isNumber)
        .map(JsonNode::asDouble)
        .filter(seconds -> seconds >= 0)
        .orElse(measuredS);
  }
}
