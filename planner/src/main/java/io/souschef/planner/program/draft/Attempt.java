package io.souschef.planner.program.draft;

import io.souschef.planner.program.script.syntax.Problem;
import io.souschef.planner.writing.TextGenerator.Held;
import java.util.List;

/**
 * A text that a model wrote as a program.
 *
 * @param sample which of the drawn ones, from 1; 0 where a program that failed is mended
 * @param number which attempt at it, from 1
 * @param because what the one before it failed by; empty for the first
 * @param source the text
 * @param held to what the model was held
 * @param problems what the check found; none where it passed
 * @param asked what the model was given
 */
public record Attempt(
    int sample,
    int number,
    String because,
    String source,
    Held held,
    List<Problem> problems,
    String asked) {

  public Attempt {
    problems = List.copyOf(problems);
  }

  public boolean passed() {
    return problems.isEmpty();
  }
}
