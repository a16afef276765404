package io.souschef.planner.writing;

import java.util.List;
import java.util.Optional;

/** Writes text that continues a prompt. Used by one thread at a time. */
@FunctionalInterface
public interface TextGenerator {

  /**
   * Writes.
   *
   * @throws io.souschef.planner.usefulness.ScoringException when the model cannot answer, retries
   *     included
   */
  Written write(Request request);

  /**
   * What is wanted.
   *
   * @param prompt what the text continues; for a model that chats, the task
   * @param maxTokens length at most, at least 0
   * @param stops texts at which to end; they are not part of the result
   * @param grammar what the text must be, in llama.cpp's GBNF with a rule {@code root}; a model
   *     that cannot be held to it writes all the same, see {@link Held}
   * @param temperature 0 for the most likely text, token by token; above, texts are drawn
   * @param seed of the drawing
   */
  record Request(
      String prompt,
      int maxTokens,
      List<String> stops,
      Optional<String> grammar,
      double temperature,
      long seed) {

    public Request {
      stops = List.copyOf(stops);
      if (maxTokens < 0 || !(temperature >= 0 && temperature <= 2)) {
        throw new IllegalArgumentException(
            "Tokens must be at least 0 and the temperature in [0, 2], got %s and %s"
                .formatted(maxTokens, temperature));
      }
    }

    /** The most likely text, without a grammar. */
    public static Request of(String prompt, int maxTokens, List<String> stops) {
      return new Request(prompt, maxTokens, stops, Optional.empty(), 0, 0);
    }

    /** The same under a grammar in GBNF. */
    public Request under(String gbnf) {
      return new Request(prompt, maxTokens, stops, Optional.of(gbnf), temperature, seed);
    }

    /** The same, drawn. */
    public Request drawn(double newTemperature, long newSeed) {
      return new Request(prompt, maxTokens, stops, grammar, newTemperature, newSeed);
    }
  }

  /** To what the model was held while it wrote. */
  enum Held {
    /** To nothing: the text may be anything. */
    NOT,
    /** To lines of text by a JSON schema; what stands in them may be anything. */
    LINES,
    /** To the grammar; only its length may have cut it off. */
    GRAMMAR
  }

  /**
   * Text that a model wrote.
   *
   * @param text without the text it stopped at
   * @param tokens how many it took; 0 when a server does not tell
   * @param held to what it was held
   */
  record Written(String text, int tokens, Held held) {}
}
