package io.souschef.planner.program.script.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, each thing once. Used by one thread. */
public final class Problems {

  /** As many as help; a text that is no script at all would have thousands. */
  public static final int MOST = 20;

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Adds one, unless there are enough. */
  public void add(Position at, String message) {
    if (found.size() < MOST) {
      found.add(new Problem(at, message));
    }
  }

  void addAll(Collection<Problem> problems) {
    problems.forEach(problem -> add(problem.at(), problem.message()));
  }

  boolean areEnough() {
    return found.size() >= MOST;
  }

  /** In the order of the text. */
  public List<Problem> list() {
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(Problem::at));
    return List.copyOf(sorted);
  }
}
