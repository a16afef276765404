package io.souschef.models.language.token;

/** A prompt that has been read, and the candidates that may follow it. */
public interface TrieReading extends AutoCloseable {

  /**
   * Scores what follows some nodes of the candidates' trie.
   *
   * @param nodes nodes that have children, ascending
   * @param edges filled in at each child of the nodes: ln p(child's token | prompt, path)
   */
  void expand(int[] nodes, double[] edges);

  @Override
  void close();
}
