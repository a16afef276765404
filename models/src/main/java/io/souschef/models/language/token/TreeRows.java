package io.souschef.models.language.token;

import java.util.Arrays;
import java.util.BitSet;

/** The rows of a pass over part of a trie: the nodes asked for and all that leads to them. */
public final class TreeRows {

  private final int[] nodes;
  private final int[] parents;

  private TreeRows(int[] nodes, int[] parents) {
    this.nodes = nodes;
    this.parents = parents;
  }

  public static TreeRows of(CandidateTrie trie, int[] wanted) {
    BitSet closure = new BitSet(trie.size());
    for (int node : wanted) {
      for (int at = node; at > 0 && !closure.get(at); at = trie.parent(at)) {
        closure.set(at);
      }
    }
    int[] nodes = closure.stream().toArray();
    int[] parents = new int[nodes.length];
    for (int row = 0; row < nodes.length; row++) {
      parents[row] = Arrays.binarySearch(nodes, trie.parent(nodes[row]));
    }
    return new TreeRows(nodes, parents);
  }

  public int count() {
    return nodes.length;
  }

  public int node(int row) {
    return nodes[row];
  }

  public int row(int node) {
    return Arrays.binarySearch(nodes, node);
  }

  /** Row of the parent node; negative below the prompt. */
  public int parent(int row) {
    return parents[row];
  }
}
