package io.souschef.models.language.token;

import java.util.List;

/**
 * A decoder that scores tokens after a prompt. It keeps what it computed of earlier prompts, so
 * that a prompt that goes on where another ended costs its new tokens only. Used by one thread at a
 * time.
 */
public interface Decoder extends AutoCloseable {

  /**
   * Reads a prompt and makes ready to score continuations.
   *
   * @return valid until the next call; close it first
   */
  TrieReading read(PromptTokens prompt, CandidateTrie candidates);

  /**
   * The plain way, for tests and measurements: prompt and candidate as one sequence, nothing shared
   * and nothing kept.
   *
   * @param chosen candidates to score
   * @param batch sequences in one pass
   * @return ln p(candidate | prompt) of the chosen, in order
   */
  double[] scoreSeparately(
      PromptTokens prompt, CandidateTrie candidates, List<Integer> chosen, int batch);

  /** Forgets every earlier prompt. */
  void forget();

  @Override
  void close();
}
