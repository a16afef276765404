package io.souschef.planner.program.draft;

import io.souschef.planner.belief.Names;
import io.souschef.planner.program.Program;
import io.souschef.planner.program.meaning.Meant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Drafts that come to the same.
 *
 * @param draft the first of them
 * @param probability their share of all that were drawn, those that did not pass among them
 */
public record Possible(Draft draft, double probability) implements Meant {

  /**
   * Puts together what comes to the same.
   *
   * @param drawn how many were drawn, at least as many as there are drafts
   * @return likeliest first
   */
  static List<Possible> of(List<Draft> drafts, int drawn, Names names) {
    Map<String, Possible> possible = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      possible.merge(
          draft.meaning(names),
          new Possible(draft, 1.0 / drawn),
          (a, b) -> new Possible(a.draft(), a.probability() + b.probability()));
    }
    List<Possible> sorted = new ArrayList<>(possible.values());
    sorted.sort(Comparator.comparingDouble(Possible::probability).reversed());
    return List.copyOf(sorted);
  }

  @Override
  public String script() {
    return draft.source();
  }

  @Override
  public Optional<Program> plain() {
    return draft.program();
  }
}
