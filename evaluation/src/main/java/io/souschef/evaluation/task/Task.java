package io.souschef.evaluation.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.sim.kitchen.file.Kitchens;
import java.nio.file.Path;
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

  private static final String KITCHEN = "kitchen";

  // Absent in the file means none: Jackson passes null for what is not there.
  @SuppressWarnings({"ConstantValue", "OptionalAssignedToNull"})
  public Task {
    referencePlans = referencePlans == null ? List.of() : List.copyOf(referencePlans);
    answers = answers == null ? List.of() : List.copyOf(answers);
    meant = meant == null ? Optional.empty() : meant;
    source = source == null ? Optional.empty() : source;
  }

  /** The kitchen that its scene names, as it is called from where the program runs. */
  @JsonIgnore
  public Optional<String> kitchen() {
    return Optional.ofNullable(scene.path(KITCHEN).textValue());
  }

  /** The same with the kitchen file that its scene names found beside the suite's own file. */
  Task besideFile(Path suite) {
    if (kitchen().isEmpty()) {
      return this;
    }
    ObjectNode found = scene.deepCopy();
    found.put(KITCHEN, Kitchens.beside(suite, kitchen().get()));
    return new Task(
        id, family, instruction, found, goal, referencePlans, holdsAtStart, answers, meant, source);
  }

  /** Whether the world is disturbed while the robot works. */
  @JsonIgnore
  public boolean isDisturbed() {
    return !scene.path("disturbances").isEmpty();
  }
}
