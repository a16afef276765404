package io.souschef.models.server.chat;

import io.souschef.models.language.token.CandidateTrie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many options as few at a time: sorted by their words and bundled, so that no question has more
 * options than there are letters. The path to an option is a candidate of the {@link #trie}.
 */
final class ChoiceTree {

  private final List<String> options;
  private final CandidateTrie trie;

  private ChoiceTree(List<String> options, CandidateTrie trie) {
    this.options = options;
    this.trie = trie;
  }

  /**
   * Builds the tree.
   *
   * @param most options of a question, at least 2
   */
  static ChoiceTree of(List<String> options, int most) {
    List<Integer> sorted =
        IntStream.range(0, options.size())
            .boxed()
            .sorted(Comparator.comparing(options::get))
            .toList();
    int[][] paths = new int[options.size()][];
    assign(sorted, most, new int[0], paths);
    return new ChoiceTree(List.copyOf(options), CandidateTrie.of(List.of(paths)));
  }

  private static void assign(List<Integer> some, int most, int[] path, int[][] paths) {
    int bundles = Math.min(most, some.size());
    for (int bundle = 0; bundle < bundles; bundle++) {
      List<Integer> part =
          some.subList(bundle * some.size() / bundles, (bundle + 1) * some.size() / bundles);
      int[] longer = Arrays.copyOf(path, path.length + 1);
      longer[path.length] = bundle;
      if (part.size() == 1) {
        paths[part.get(0)] = longer;
      } else {
        assign(part, most, longer, paths);
      }
    }
  }

  CandidateTrie trie() {
    return trie;
  }

  /** What stands behind a letter: an option, or several in a row. */
  String words(int node) {
    return below(node).stream().map(options::get).collect(Collectors.joining(" / "));
  }

  private List<Integer> below(int node) {
    List<Integer> found = new ArrayList<>();
    for (int candidate : trie.candidatesAt(node)) {
      found.add(candidate);
    }
    for (int child : trie.children(node)) {
      found.addAll(below(child));
    }
    return found;
  }
}
