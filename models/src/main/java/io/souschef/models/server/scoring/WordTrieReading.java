package io.souschef.models.server.scoring;

import io.souschef.models.language.token.BestFirstSearch;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.TrieReading;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Lets the exact search run over a server that scores whole texts: a node is a run of words, and
 * its edge what its last word adds to the log-probability. This holds because tokenizers do not
 * reach across a blank.
 */
final class WordTrieReading implements TrieReading {

  /** Scores texts that follow the prompt. */
  @FunctionalInterface
  interface Texts {
    /** Returns ln p(text | prompt) for each text, in order. */
    double[] score(List<String> texts);
  }

  private final CandidateTrie trie;
  private final List<String> words;
  private final Texts texts;
  private final double[] along;

  private WordTrieReading(CandidateTrie trie, List<String> words, Texts texts) {
    this.trie = trie;
    this.words = words;
    this.texts = texts;
    this.along = new double[trie.size()];
  }

  static List<Scored> best(List<String> continuations, double[] weights, Texts texts) {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    List<int[]> candidates =
        continuations.stream()
            .map(
                text ->
                    Arrays.stream(text.split("(?= )"))
                        .mapToInt(word -> vocabulary.computeIfAbsent(word, w -> vocabulary.size()))
                        .toArray())
            .toList();
    CandidateTrie trie = CandidateTrie.of(candidates);
    WordTrieReading reading = new WordTrieReading(trie, List.copyOf(vocabulary.keySet()), texts);
    return BestFirstSearch.search(trie, reading, weights, 1);
  }

  @Override
  public void expand(int[] nodes, double[] edges) {
    int[] children =
        Arrays.stream(nodes).flatMap(node -> Arrays.stream(trie.children(node))).toArray();
    double[] scores =
        texts.score(Arrays.stream(children).mapToObj(trie::path).map(this::text).toList());
    IntStream.range(0, children.length).forEach(i -> along[children[i]] = scores[i]);
    for (int child : children) {
      edges[child] = Math.min(0, along[child] - along[trie.parent(child)]);
    }
  }

  private String text(int[] path) {
    StringBuilder text = new StringBuilder();
    for (int word : path) {
      text.append(words.get(word));
    }
    return text.toString();
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
