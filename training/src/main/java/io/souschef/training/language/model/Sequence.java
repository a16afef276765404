package io.souschef.training.language.model;

import io.souschef.models.language.EmbeddedPrompt;
import io.souschef.models.language.PromptTokens;
import io.souschef.training.language.corpus.Example;

/**
 * An episode as token ids.
 *
 * @param tokens the whole episode
 * @param example what it was made from
 */
record Sequence(PromptTokens tokens, Example example) {

  static Sequence of(Example example, EmbeddedPrompt prompt) {
    return new Sequence(prompt.render(example.episode()), example);
  }

  /** Tokens that the network reads: the last is only predicted. */
  int length() {
    return tokens.ids().length - 1;
  }
}
