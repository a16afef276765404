package io.souschef.training.language.model.batch;

import io.souschef.models.language.prompt.EmbeddedPrompt;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.training.language.corpus.Example;

/**
 * An episode as token ids.
 *
 * @param tokens the whole episode
 * @param example what it was made from
 */
public record Sequence(PromptTokens tokens, Example example) {

  public static Sequence of(Example example, EmbeddedPrompt prompt) {
    return new Sequence(prompt.render(example.episode()), example);
  }

  /** Tokens that the network reads: the last is only predicted. */
  public int length() {
    return tokens.ids().length - 1;
  }
}
