package io.souschef.ros.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.skills.failure.FailureReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to send: exactly one of action, service and topic is given.
 *
 * @param type full name of the interface
 * @param fields the goal, request or message, with {@code ${...}} in place of values
 * @param deadlineS when to give up, seconds
 * @param success conditions on the result, all of which must hold
 * @param codes field of the result with a number, and what each number stands for
 * @param message field of the result with a sentence for people
 * @param duration field of the result with the robot time taken, seconds
 * @param stamp field of the result with the robot time at its end
 * @param aborted failure reason when the server gave up and no code says more
 * @param feedback where feedback tells of progress
 */
public record CommandEntry(
    Optional<String> action,
    Optional<String> service,
    Optional<String> topic,
    String type,
    ObjectNode fields,
    double deadlineS,
    List<Condition> success,
    Optional<Codes> codes,
    Optional<String> message,
    Optional<String> duration,
    Optional<String> stamp,
    FailureReason aborted,
    Optional<Feedback> feedback) {

  /** A field of the result must have a value; otherwise the skill failed for a reason. */
  public record Condition(String field, JsonNode equals, FailureReason otherwise) {}

  /** A number in a field of the result, and the failure reason for each; {@code ok} is none. */
  public record Codes(String field, int ok, Map<Integer, FailureReason> reasons) {}

  /** Fields of the feedback: what the body does, and the part done in [0, 1]. */
  public record Feedback(Optional<String> phase, Optional<String> fraction) {}

  /** Name of the action, service or topic, as the file has it. */
  public String name() {
    return action.or(() -> service).or(() -> topic).orElseThrow();
  }
}
