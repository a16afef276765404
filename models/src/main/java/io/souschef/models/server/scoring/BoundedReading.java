package io.souschef.models.server.scoring;

/** Reads a candidates' trie a bit at a time; some edges are known by an upper bound only. */
interface BoundedReading {

  /**
   * Reads what follows some nodes, exactly or as a bound.
   *
   * @param nodes nodes that have children, ascending
   */
  void expand(int[] nodes);

  /**
   * Reads some edges exactly.
   *
   * @param children nodes whose parents were expanded, ascending
   */
  void resolve(int[] children);

  /** ln p(node's token | prompt, path), or an upper bound of it. */
  double edge(int node);

  /** Whether {@link #edge} is no bound. */
  boolean isExact(int node);
}
