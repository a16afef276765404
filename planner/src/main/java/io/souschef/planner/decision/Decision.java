package io.souschef.planner.decision;

import java.util.List;

/**
 * A choice with everything it was made from.
 *
 * @param chosen the skill to run next
 * @param candidates every candidate that was scored, best first; ties in the order of their words
 * @param skills how many candidates there were, those included that were not scored because they
 *     could not win
 */
public record Decision(Candidate chosen, List<Candidate> candidates, int skills) {
  public Decision {
    candidates = List.copyOf(candidates);
  }
}
