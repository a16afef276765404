package io.souschef.planner.usefulness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a language model is told before it scores the next skill, free of any model's own format. It
 * only ever grows at the end while an episode runs, so that a model's cache of it lives on across
 * steps.
 *
 * @param instruction the user's words
 * @param scene what the robot saw and held when the episode began; empty for a prompt as in the
 *     paper
 * @param steps the skills executed so far, in order
 */
public record PlanPrompt(String instruction, Optional<Scene> scene, List<Step> steps) {

  public PlanPrompt {
    steps = List.copyOf(steps);
  }

  /** All that it tells, a line each, in no model's own format. */
  public String words() {
    List<String> lines = new ArrayList<>();
    lines.add("Instruction: " + instruction);
    scene.ifPresent(start -> lines.add("Scene: " + start.words()));
    for (int i = 0; i < steps.size(); i++) {
      lines.add("%s. %s".formatted(i + 1, steps.get(i).words()));
    }
    return String.join("\n", lines);
  }

  /** How much the prompt tells. */
  public enum Style {
    /** Instruction and steps only (Ahn et al., arXiv 2204.01691). */
    PAPER,
    /** Also what is seen and held, and how each step ended. */
    SCENE
  }

  /**
   * The start of an episode in words.
   *
   * @param at place the robot stands at
   * @param held kind in the hand
   * @param seen objects seen, grouped in the order of first sight
   */
  public record Scene(Optional<String> at, Optional<String> held, List<Seen> seen) {
    public Scene {
      seen = List.copyOf(seen);
    }

    private String words() {
      return "at %s, holding %s, saw %s"
          .formatted(at.orElse("no place"), held.orElse("nothing"), list(seen));
    }
  }

  /**
   * An object seen somewhere.
   *
   * @param kind noun: "coke"
   * @param where preposition, article and place: "on the table"; empty when at no place
   */
  public record Seen(String kind, String where) {
    private String words() {
      return where.isEmpty() ? kind : kind + " " + where;
    }
  }

  private static String list(List<Seen> seen) {
    return seen.isEmpty()
        ? "nothing"
        : seen.stream().map(Seen::words).collect(Collectors.joining(", "));
  }

  /**
   * A past step.
   *
   * @param skill the words of the skill
   * @param failure words of the reason it failed: "not found"; empty when it succeeded or the style
   *     does not tell
   * @param seen objects seen for the first time during the step
   * @param left when something was taken from somewhere, what is still there
   */
  public record Step(String skill, Optional<String> failure, List<Seen> seen, Optional<Left> left) {
    public Step {
      seen = List.copyOf(seen);
    }

    private String words() {
      StringBuilder words = new StringBuilder(skill);
      failure.ifPresent(why -> words.append(" (").append(why).append(')'));
      if (!seen.isEmpty()) {
        words.append("; saw ").append(list(seen));
      }
      left.ifPresent(
          rest ->
              words
                  .append("; left ")
                  .append(rest.where())
                  .append(": ")
                  .append(rest.kinds().isEmpty() ? "nothing" : String.join(", ", rest.kinds())));
      return words.toString();
    }

    /** A step of which nothing more is told than its words. */
    public static Step of(String skill) {
      return new Step(skill, Optional.empty(), List.of(), Optional.empty());
    }
  }

  /**
   * What is known to be where something was taken from: the prompt only grows, so what it said of
   * that place before no longer holds.
   *
   * @param where preposition, article and place: "on the table"
   * @param kinds nouns, one for each object
   */
  public record Left(String where, List<String> kinds) {
    public Left {
      kinds = List.copyOf(kinds);
    }
  }
}
