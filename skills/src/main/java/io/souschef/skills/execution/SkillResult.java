package io.souschef.skills.execution;

/** How a skill ended. Physical outcomes are values, not exceptions. */
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
