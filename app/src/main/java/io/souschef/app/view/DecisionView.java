package io.souschef.app.view;

import io.souschef.planner.decision.Candidate;
import io.souschef.planner.decision.Decision;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.skills.text.Counted;
import java.io.PrintWriter;

/** A decision as bars on a terminal: the best candidates with say, can and their product. */
public final class DecisionView {

  private final PrintWriter out;
  private final Ink ink;

  public DecisionView(PrintWriter out, Ink ink) {
    this.out = out;
    this.ink = ink;
  }

  /**
   * Shows one.
   *
   * @param most candidates at most, at least 1
   */
  public void show(EpisodeEvent.Decided decided, int most) {
    Decision decision = decided.decision();
    out.println(ink.bold("Step " + decided.step()));
    if (decision.skills() != 1) {
      out.println("  " + ink.faint(ink.wrap(counts(decision), "  ")));
    }
    Candidate chosen = decision.chosen();
    CandidateRow rows = new CandidateRow(ink);
    decision.candidates().stream()
        .limit(most)
        .forEach(candidate -> out.println(rows.of(candidate, candidate.equals(chosen))));
  }

  private static String counts(Decision decision) {
    int scored = decision.candidates().size();
    return scored == decision.skills()
        ? Counted.of(scored, "skill")
        : "%s of %s scored, the others cannot win"
            .formatted(scored, Counted.of(decision.skills(), "skill"));
  }
}
