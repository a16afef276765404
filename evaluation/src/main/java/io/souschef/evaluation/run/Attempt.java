package io.souschef.evaluation.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import java.util.List;
import java.util.OptionalInt;

/**
 * One attempt at a task: by an ideal executor or in the physics. Nothing in it depends on the wall
 * clock.
 *
 * @param goal whether the goal holds at the end
 * @param unmet what of it does not, a sentence each
 * @param outcome how the episode ended
 * @param message why, in a sentence
 * @param steps the skills that were run, in order
 * @param redundant steps that the ideal executor can leave out and still reach the goal; empty when
 *     the goal does not hold or nobody counted
 * @param disturbed whether the task disturbs the world
 * @param robotTimeS robot time from first observation to last, seconds
 */
public record Attempt(
    boolean goal,
    List<String> unmet,
    Outcome outcome,
    String message,
    List<Step> steps,
    OptionalInt redundant,
    boolean disturbed,
    double robotTimeS) {

  public Attempt {
    if (!Double.isFinite(robotTimeS)
        || robotTimeS < 0
        || (redundant.isPresent() && redundant.getAsInt() < 0)) {
      throw new IllegalArgumentException("its times and counts must be at least 0");
    }
    unmet = List.copyOf(unmet);
    steps = List.copyOf(steps);
  }

  /**
   * A skill that was run.
   *
   * @param skill its words
   * @param result "succeeded", "canceled", or the words of the reason it failed
   */
  public record Step(String skill, String result) {
    /** The result of a step that worked. */
    public static final String SUCCEEDED = "succeeded";

    /** A step that worked. */
    public static Step succeeded(String skill) {
      return new Step(skill, SUCCEEDED);
    }

    /** Whether it did not do what its words say. */
    public boolean failed() {
      return !result.equals(SUCCEEDED);
    }
  }

  /** The goal holds, and the planner ended by itself: done, refused, asked or given up. */
  @JsonIgnore
  public boolean isSuccess() {
    return isSuccess(goal, outcome);
  }

  /** Whether an attempt that ended so is a success. */
  public static boolean isSuccess(boolean goal, Outcome outcome) {
    return goal
        && switch (outcome) {
          case DONE, GIVEN_UP, REFUSED, UNANSWERED -> true;
          case STEP_LIMIT, TIME_LIMIT, ROBOT_TIME_LIMIT, TOKEN_LIMIT, CANCELED, ERROR -> false;
        };
  }

  /** Done was chosen before the goal was reached. */
  @JsonIgnore
  public boolean isEndedEarly() {
    return !goal && outcome == Outcome.DONE;
  }

  /** Done was not chosen within the limits. */
  @JsonIgnore
  public boolean isNeverDone() {
    return outcome.isLimit();
  }

  /** Something went wrong on the way: a skill failed or the world was disturbed. */
  @JsonIgnore
  public boolean isTroubled() {
    return disturbed || steps.stream().anyMatch(Step::failed);
  }
}
