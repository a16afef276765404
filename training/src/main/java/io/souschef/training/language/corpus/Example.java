package io.souschef.training.language.corpus;

import io.souschef.planner.usefulness.PlanPrompt;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A whole episode to learn from.
 *
 * @param source the request line it came from: "bring.tsv:12"
 * @param episode instruction, scene where told, and every step, {@code done} last
 * @param acceptable for each step, the words of all skills that would have been right
 * @param traits what it is about, to hold combinations out: "bring coke"
 */
public record Example(
    String source, PlanPrompt episode, List<Set<String>> acceptable, Set<String> traits) {

  public Example {
    acceptable = List.copyOf(acceptable);
    traits = Set.copyOf(traits);
    if (acceptable.size() != episode.steps().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d steps have %d sets of acceptable skills",
              episode.steps().size(),
              acceptable.size()));
    }
  }
}
