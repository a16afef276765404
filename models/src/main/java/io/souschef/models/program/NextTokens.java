package io.souschef.models.program;

import java.util.List;

/** What a language model says next. */
@FunctionalInterface
public interface NextTokens {

  /**
   * Log-probabilities of the token after each of some beginnings.
   *
   * @param beginnings tokens after the prompt; one may be empty
   * @param outputs token ids over which the probability is normalised, ascending
   * @return for each beginning ln p of each output token
   */
  double[][] after(List<int[]> beginnings, int[] outputs);
}
