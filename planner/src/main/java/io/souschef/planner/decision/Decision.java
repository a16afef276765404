package io.souschef.planner.decision;

import java.util.List;

/**
 * A choice with everything it was made from.
 *
 * @param chosen the skill to run next
 * @param candidates every candidate that was scored, best first; ties in the order of their words
 */
public record Decision(Candidate chosen, List<Candidate> candidates) {
  public Decision {
    candidates = List.copyOf(candidates);
  }
}
