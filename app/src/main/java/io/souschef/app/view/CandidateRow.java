package io.souschef.app.view;

import io.souschef.planner.decision.Candidate;
import io.souschef.skills.text.Shown;

/** A candidate with its scores as one row that fits the terminal. Stateless. */
final class CandidateRow {

  /** Everything in a row but words and bars. */
  private static final int FRAME = 33;

  private static final int FEWEST_CELLS = 3;
  private static final int MOST_CELLS = 12;
  private static final int MOST_WORDS = 34;
  private static final int FEWEST_WORDS = 20;

  private final Ink ink;
  private final int cells;
  private final int words;

  CandidateRow(Ink ink) {
    this.ink = ink;
    int room = ink.columns() - FRAME;
    int wide = Math.min(MOST_CELLS, (room - MOST_WORDS) / 3);
    int narrow = Math.min(MOST_CELLS, (room - FEWEST_WORDS) / 3);
    // Words first; bars give way, and where hardly anything is left of them they go.
    this.cells = wide >= FEWEST_CELLS ? wide : narrow >= FEWEST_CELLS ? FEWEST_CELLS : 0;
    this.words = Math.max(8, Math.min(MOST_WORDS, room - 3 * cells));
  }

  String of(Candidate candidate, boolean chosen) {
    String text = Ink.shorten(Shown.line(candidate.skill().text()), words);
    String padded = text + " ".repeat(Math.max(0, words - text.length()));
    String mark = chosen ? ink.green("▶") : " ";
    return "  "
        + mark
        + " "
        + (chosen ? ink.bold(padded) : padded)
        + " say "
        + ink.blue(bar(candidate.say()))
        + Ink.number(candidate.say())
        + " can "
        + ink.red(bar(candidate.can()))
        + Ink.number(candidate.can())
        + " = "
        + ink.green(bar(candidate.combined()))
        + Ink.number(candidate.combined());
  }

  private String bar(double value) {
    return cells == 0 ? "" : Ink.bar(value, cells) + " ";
  }
}
