package io.souschef.skills.execution;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.souschef.skills.failure.FailureReason;

/** How a skill ended. Physical outcomes are values, not exceptions. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SkillResult.Succeeded.class, name = "succeeded"),
  @JsonSubTypes.Type(value = SkillResult.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = SkillResult.Canceled.class, name = "canceled")
})
public sealed interface SkillResult {

  /** Robot time the skill took, seconds. */
  double durationS();

  /** One sentence for people. */
  String message();

  /** The skill did what its words say. */
  record Succeeded(double durationS, String message) implements SkillResult {}

  /** It did not, for a reason. */
  record Failed(double durationS, FailureReason reason, String message) implements SkillResult {}

  /** It was canceled before its end; the robot stands still. */
  record Canceled(double durationS, String message) implements SkillResult {}

  default boolean succeeded() {
    return this instanceof Succeeded;
  }
}
