package io.souschef.models.language.token;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Candidates as a tree of tokens, so that what they share is computed once. Node 0 is the root, the
 * end of the prompt; every other node adds one token to its parent. Nodes are numbered in preorder:
 * parents before children. Immutable.
 */
public final class CandidateTrie {

  private final int[] tokens;
  private final int[] parents;
  private final int[] depths;
  private final int[][] children;
  private final int[] ends;
  private final int[][] candidatesAt;

  private CandidateTrie(
      int[] tokens, int[] parents, int[] depths, int[][] children, int[] ends, int[][] at) {
    this.tokens = tokens;
    this.parents = parents;
    this.depths = depths;
    this.children = children;
    this.ends = ends;
    this.candidatesAt = at;
  }

  /**
   * Builds the tree.
   *
   * @param candidates token ids of each, not empty; equal ones may occur
   */
  public static CandidateTrie of(List<int[]> candidates) {
    List<Integer> sorted =
        IntStream.range(0, candidates.size())
            .boxed()
            .sorted(Comparator.comparing(candidates::get, Arrays::compare))
            .toList();
    int[] ends = new int[candidates.size()];
    List<Integer> tokens = new ArrayList<>(List.of(-1));
    List<Integer> parents = new ArrayList<>(List.of(-1));
    List<Integer> depths = new ArrayList<>(List.of(0));
    List<List<Integer>> children = new ArrayList<>(List.of(new ArrayList<>()));
    List<List<Integer>> at = new ArrayList<>(List.of(new ArrayList<>()));
    for (int candidate : sorted) {
      int node = 0;
      for (int token : candidates.get(candidate)) {
        List<Integer> siblings = children.get(node);
        // Sorted candidates leave only the newest child open.
        int last = siblings.isEmpty() ? -1 : siblings.get(siblings.size() - 1);
        if (last < 0 || tokens.get(last) != token) {
          last = tokens.size();
          siblings.add(last);
          tokens.add(token);
          parents.add(node);
          depths.add(depths.get(node) + 1);
          children.add(new ArrayList<>());
          at.add(new ArrayList<>());
        }
        node = last;
      }
      if (node == 0) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "Candidate %d has no tokens", candidate));
      }
      ends[candidate] = node;
      at.get(node).add(candidate);
    }
    return new CandidateTrie(
        array(tokens),
        array(parents),
        array(depths),
        children.stream().map(CandidateTrie::array).toArray(int[][]::new),
        ends,
        at.stream().map(CandidateTrie::array).toArray(int[][]::new));
  }

  private static int[] array(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Number of candidates. */
  public int candidates() {
    return ends.length;
  }

  /** Number of nodes, the root included. */
  public int size() {
    return tokens.length;
  }

  /** Token of a node; -1 at the root. */
  public int token(int node) {
    return tokens[node];
  }

  /** Parent of a node; -1 at the root. */
  public int parent(int node) {
    return parents[node];
  }

  /** Tokens between the prompt and this node, its own included. */
  public int depth(int node) {
    return depths[node];
  }

  /** Nodes one token further. */
  public int[] children(int node) {
    return children[node];
  }

  /** Whether something follows a node. */
  public boolean hasChildren(int node) {
    return children[node].length > 0;
  }

  /** Candidates whose last token this is. */
  public int[] candidatesAt(int node) {
    return candidatesAt[node];
  }

  /** The node of a candidate's last token. */
  public int end(int candidate) {
    return ends[candidate];
  }

  /** The tokens on the way from the root to a node. */
  public int[] path(int node) {
    int[] path = new int[depths[node]];
    for (int at = node; at > 0; at = parents[at]) {
      path[depths[at] - 1] = tokens[at];
    }
    return path;
  }

  /** Nodes that something follows, in preorder, root included. */
  public int[] inner() {
    return IntStream.range(0, size()).filter(this::hasChildren).toArray();
  }

  /** Every token that occurs, ascending. */
  public int[] alphabet() {
    return Arrays.stream(tokens).skip(1).sorted().distinct().toArray();
  }

  /**
   * Log-probabilities of the candidates.
   *
   * @param edges ln p(token | path before it) of every node but the root
   */
  public double[] sums(double[] edges) {
    double[] along = new double[size()];
    for (int node = 1; node < size(); node++) {
      along[node] = along[parents[node]] + edges[node];
    }
    return Arrays.stream(ends).mapToDouble(end -> along[end]).toArray();
  }
}
