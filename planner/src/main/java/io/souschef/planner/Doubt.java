package io.souschef.planner;

import io.souschef.planner.program.Meanings;
import io.souschef.planner.program.Meanings.Meaning;
import io.souschef.planner.program.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must be asked before anything moves.
 *
 * @param question one short question
 * @param between the meanings to choose among; none where anything may be answered
 */
record Doubt(String question, List<Meaning> between) {

  /** More than these nobody reads. */
  private static final int MOST_OPTIONS = 3;

  private static final String WHAT = "I am not sure what you want. What shall I do?";

  Doubt {
    between = List.copyOf(between);
  }

  /**
   * The doubt about what is meant: the likeliest meanings that together are likely enough are asked
   * about, as in conformal prediction (Ren et al., arXiv 2307.01928); more than a few of them are
   * no question that helps.
   *
   * @param confidence how sure it must be to go ahead, in [0, 1]
   */
  static Optional<Doubt> of(Meanings meanings, double confidence) {
    if (meanings.certainty() >= confidence) {
      return meanings
          .best()
          .flatMap(best -> Replies.question(best.program()))
          .map(question -> new Doubt(question, List.of()));
    }
    List<Meaning> likely = new ArrayList<>();
    for (Meaning meaning : meanings.all()) {
      if (meanings.certainty(likely) < confidence) {
        likely.add(meaning);
      }
    }
    boolean helps =
        meanings.certainty(likely) >= confidence
            && likely.size() <= MOST_OPTIONS
            && likely.stream().allMatch(meaning -> meaning.program().acts());
    return Optional.of(helps ? new Doubt("What do you mean?", likely) : new Doubt(WHAT, List.of()));
  }

  /** What may be answered, in the order of the meanings. */
  List<String> options() {
    return between.stream().map(meaning -> Script.of(meaning.program())).toList();
  }

  /** The meaning that was chosen, by its number or its script. */
  Optional<Meaning> choice(String answer) {
    for (int i = 0; i < between.size(); i++) {
      String said = answer.strip();
      if (said.equals(Integer.toString(i + 1)) || said.equals(options().get(i))) {
        return Optional.of(between.get(i));
      }
    }
    return Optional.empty();
  }
}
