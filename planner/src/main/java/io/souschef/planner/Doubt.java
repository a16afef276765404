package io.souschef.planner;

import io.souschef.planner.dialogue.Replies;
import io.souschef.planner.program.meaning.Meant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must be asked before anything moves.
 *
 * @param question one short question
 * @param between the meanings to choose among; none where anything may be answered
 * @param <M> what may be meant
 */
record Doubt<M extends Meant>(String question, List<M> between) {

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
   * @param meanings likeliest first
   * @param confidence how sure it must be to go ahead, in [0, 1]
   */
  static <M extends Meant> Optional<Doubt<M>> of(List<M> meanings, double confidence) {
    if (Meant.certainty(meanings) >= confidence) {
      return meanings.stream()
          .findFirst()
          .flatMap(Meant::plain)
          .flatMap(Replies::question)
          .map(question -> new Doubt<>(question, List.of()));
    }
    List<M> likely = new ArrayList<>();
    for (M meaning : meanings) {
      if (Meant.certainty(likely, meanings) < confidence) {
        likely.add(meaning);
      }
    }
    boolean helps =
        Meant.certainty(likely, meanings) >= confidence
            && likely.size() <= MOST_OPTIONS
            && likely.stream().allMatch(Meant::acts);
    return Optional.of(
        helps ? new Doubt<>("What do you mean?", likely) : new Doubt<>(WHAT, List.of()));
  }

  /** What may be answered, in the order of the meanings. */
  List<String> options() {
    return between.stream().map(Meant::script).toList();
  }

  /** The meaning that was chosen, by its number or its script. */
  Optional<M> choice(String answer) {
    for (int i = 0; i < between.size(); i++) {
      String said = answer.strip();
      if (said.equals(Integer.toString(i + 1)) || said.equals(options().get(i))) {
        return Optional.of(between.get(i));
      }
    }
    return Optional.empty();
  }
}
