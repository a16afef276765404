package io.souschef.training.language.corpus.wording;

import java.util.List;
import java.util.Set;

/**
 * An instruction with what it means, to learn from.
 *
 * @param source the request line it came from: "bring.tsv:12"
 * @param instruction the words, as somebody says them
 * @param lines the program in the language model's shorthand, {@code done} last
 * @param traits what it is about, to hold combinations out: "bring coke"
 */
public record Meaning(String source, String instruction, List<String> lines, Set<String> traits) {
  public Meaning {
    lines = List.copyOf(lines);
    traits = Set.copyOf(traits);
  }
}
