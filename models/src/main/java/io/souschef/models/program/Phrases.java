package io.souschef.models.program;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** Phrases as a tree of their tokens. */
final class Phrases {

  /** A place in the tree: what may come next, and whether a phrase ends here. */
  static final class Node {
    private final Map<Integer, Node> children = new TreeMap<>();
    private boolean isEnd;

    Map<Integer, Node> children() {
      return children;
    }

    boolean isEnd() {
      return isEnd;
    }
  }

  private final Node root = new Node();

  Phrases(Collection<String> phrases, Tokens tokens) {
    for (String phrase : phrases) {
      int[] ids = tokens.encode(phrase);
      Node at = root;
      for (int id : ids) {
        at = at.children.computeIfAbsent(id, i -> new Node());
      }
      at.isEnd |= ids.length > 0;
    }
  }

  Node root() {
    return root;
  }

  /** Adds every token of these phrases. */
  void collect(SortedSet<Integer> all) {
    collect(root, all);
  }

  private static void collect(Node node, SortedSet<Integer> all) {
    node.children.forEach(
        (token, child) -> {
          all.add(token);
          collect(child, all);
        });
  }
}
