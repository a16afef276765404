package io.souschef.planner.dialogue;

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
   * The doubt about what is meant.
   *
   * @param meanings likeliest first
   */
  static <M extends Meant> Optional<Doubt<M>> of(List<M> meanings, Asking asking) {
    if (asking instanceof Asking.WhenUnsure unsure) {
      return Meant.certainty(meanings) >= unsure.confidence()
          ? inside(meanings)
          : Optional.of(among(likeliest(meanings, unsure.confidence())));
    }
    if (asking instanceof Asking.ForTarget target) {
      List<M> set = Meant.atLeast(target.least(), meanings);
      boolean clear = set.size() == 1 || (!set.isEmpty() && set.stream().noneMatch(Meant::acts));
      return clear ? inside(meanings) : Optional.of(among(set));
    }
    return meanings.isEmpty() ? Optional.of(among(List.of())) : inside(meanings);
  }

  /** What the likeliest meaning itself asks. */
  private static <M extends Meant> Optional<Doubt<M>> inside(List<M> meanings) {
    return meanings.stream()
        .findFirst()
        .flatMap(Meant::plain)
        .flatMap(Replies::question)
        .map(question -> new Doubt<>(question, List.of()));
  }

  /** The fewest that together are likely enough; none where all together are not. */
  private static <M extends Meant> List<M> likeliest(List<M> meanings, double confidence) {
    List<M> likely = new ArrayList<>();
    for (M meaning : meanings) {
      if (Meant.certainty(likely, meanings) < confidence) {
        likely.add(meaning);
      }
    }
    return Meant.certainty(likely, meanings) >= confidence ? likely : List.of();
  }

  /** More than a few meanings are no question that helps. */
  private static <M extends Meant> Doubt<M> among(List<M> likely) {
    boolean helps =
        !likely.isEmpty() && likely.size() <= MOST_OPTIONS && likely.stream().allMatch(Meant::acts);
    return helps ? new Doubt<>("What do you mean?", likely) : new Doubt<>(WHAT, List.of());
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
