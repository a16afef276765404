package io.souschef.planner.dialogue;

import io.souschef.planner.program.meaning.Meant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When a person is asked what is meant, before anything moves. */
public sealed interface Asking {

  /** As {@code souschef train confidence} finds it on held-out text. */
  double CONFIDENCE = 0.65;

  /** What the planner goes by unless told otherwise. */
  static Asking usual() {
    return new WhenUnsure(CONFIDENCE);
  }

  /**
   * Asks unless it is sure enough of the likeliest meaning.
   *
   * @param confidence how sure it must be to go ahead, in [0, 1]
   */
  record WhenUnsure(double confidence) implements Asking {

    public WhenUnsure {
      requireShare("confidence", confidence);
    }

    /**
     * Where the likeliest is not sure enough, and another is that is right for more of the others,
     * that one comes first: "the fruit" where a pear or an apple is meant.
     */
    @Override
    public <M extends Meant> List<M> admitted(List<M> meanings) {
      List<M> ordered = new ArrayList<>(meanings);
      meanings.stream()
          .filter(one -> Meant.certaintyOf(one, meanings) >= confidence)
          .findFirst()
          .ifPresent(
              sure -> {
                ordered.remove(sure);
                ordered.add(0, sure);
              });
      return ordered;
    }
  }

  /**
   * Asks nobody, as SayCan does: goes by the likeliest meaning that is no question, and where
   * several things may be meant takes the first. Where there is nothing but a question it is asked
   * all the same.
   */
  record Never() implements Asking {

    @Override
    public <M extends Meant> List<M> admitted(List<M> meanings) {
      List<M> others =
          meanings.stream()
              .filter(meant -> meant.plain().flatMap(Replies::question).isEmpty())
              .toList();
      return others.isEmpty() ? meanings : others;
    }

    @Override
    public Optional<String> choice(List<String> options) {
      return options.stream().findFirst();
    }
  }

  /**
   * Conformal prediction (Ren et al., arXiv 2307.01928): the meanings that are likely enough form a
   * set which holds what is meant with a wanted probability; when it is not one meaning alone, a
   * person chooses among the set.
   *
   * @param target how often what is meant shall be in the set, in [0, 1]
   * @param least how likely a meaning must be to be in the set, in [0, 1]: by calibration the
   *     quantile that goes with the target
   */
  record ForTarget(double target, double least) implements Asking {

    public ForTarget {
      requireShare("target", target);
      requireShare("least", least);
    }
  }

  /** What may be meant in the order in which it counts. */
  default <M extends Meant> List<M> admitted(List<M> meanings) {
    return meanings;
  }

  /** What is taken of several options without asking; empty where a person is asked. */
  default Optional<String> choice(List<String> options) {
    return Optional.empty();
  }

  private static void requireShare(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "The %s must be in [0, 1], got %s", what, value));
    }
  }
}
