package io.souschef.models.language;

import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import io.souschef.planner.writing.TextGenerator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Any language model that continues text. Used by one thread at a time.
 *
 * <p>Every method throws {@link io.souschef.planner.usefulness.ScoringException} when the model
 * cannot answer, retries included.
 */
public interface LanguageModel extends AutoCloseable {

  /** Name of the model and its way of scoring, for traces and reports. */
  String name();

  /**
   * Log-probabilities of continuations, all in one call.
   *
   * @return ln p(continuation | prompt) for each, in order; never above 0. A model that can only
   *     choose among the continuations normalises over them
   */
  double[] logProbabilities(String prompt, List<String> continuations);

  /**
   * Exact log-probabilities of at least the continuation with the highest probability times weight.
   *
   * @param weights in [0, 1], one for each continuation
   * @return in the order of the continuations
   */
  default List<Scored> best(String prompt, List<String> continuations, double[] weights) {
    double[] scores = logProbabilities(prompt, continuations);
    return IntStream.range(0, scores.length).mapToObj(i -> new Scored(i, scores[i])).toList();
  }

  /** Writes text, where this model can. */
  default Optional<TextGenerator> generator() {
    return Optional.empty();
  }

  /** Tokens that a server has read and written so far; empty for a model in this process. */
  default OptionalLong servedTokens() {
    return OptionalLong.empty();
  }

  @Override
  void close();
}
