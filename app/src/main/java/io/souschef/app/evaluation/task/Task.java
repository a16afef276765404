package io.souschef.app.evaluation.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One line of a suite. {@code docs/tasks.md} explains the format.
 *
 * @param id unique in its suite
 * @param family what kind of request it is; rates are given by family
 * @param instruction what the user says
 * @param scene what stands where at the start, as in a scene file
 * @param goal what must hold at the end
 * @param referencePlans ways to get there, in the words of the skills, {@code done} left out
 * @param holdsAtStart whether the goal may hold before anything was done
 * @param answers what the person answers: the n-th to the robot's n-th question, nothing afterwards
 * @param meant what the person means by words that several things or places fit
 * @param source where the task comes from
 */
public record Task(
    String id,
    String family,
    String instruction,
    JsonNode scene,
    JsonNode goal,
    @JsonProperty("reference_plans") List<List<String>> referencePlans,
    @JsonProperty("holds_at_start") boolean holdsAtStart,
    List<String> answers,
    Optional<String> meant,
    Optional<String> source) {

  // Absent in the file means none: Jackson passes null for what is not there.
  @SuppressWarnings({"ConstantValue", "OptionalAssignedToNull"})
  public Task {
    referencePlans = referencePlans == null ? List.of() : List.copyOf(referencePlans);
    answers = answers == null ? List.of() : List.copyOf(answers);
    meant = meant == null ? Optional.empty() : meant;
    source = source == null ? Optional.empty() : source;
  }

  /** Whether the world is disturbed while the robot works. */
  @JsonIgnore
  public boolean isDisturbed() {
    return !scene.path("disturbances").isEmpty();
  }
}
