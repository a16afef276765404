package io.souschef.models.language.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateTrieTest {

  private final CandidateTrie trie =
      CandidateTrie.of(
          List.of(new int[] {5, 6, 1}, new int[] {5, 7, 1}, new int[] {4, 1}, new int[] {5, 6, 1}));

  @Test
  void sharedBeginningsAreOneNode() {
    assertThat(trie.size()).isEqualTo(1 + 2 + 5);
    assertThat(trie.alphabet()).containsExactly(1, 4, 5, 6, 7);
    assertThat(trie.path(trie.end(1))).containsExactly(5, 7, 1);
  }

  @Test
  void equalCandidatesEndAtOneNode() {
    assertThat(trie.end(0)).isEqualTo(trie.end(3));
    assertThat(trie.candidatesAt(trie.end(0))).containsExactly(0, 3);
  }

  @Test
  void parentsComeBeforeTheirChildren() {
    for (int node = 1; node < trie.size(); node++) {
      assertThat(trie.parent(node)).isLessThan(node);
      assertThat(trie.children(trie.parent(node))).contains(node);
      assertThat(trie.depth(node)).isEqualTo(trie.depth(trie.parent(node)) + 1);
    }
  }

  @Test
  void aCandidatesScoreIsTheSumAlongItsPath() {
    double[] edges = new double[trie.size()];
    for (int node = 1; node < edges.length; node++) {
      edges[node] = -trie.token(node);
    }
    assertThat(trie.sums(edges)).containsExactly(-12, -13, -5, -12);
  }

  @Test
  void aCandidateMayBeTheBeginningOfAnother() {
    CandidateTrie nested = CandidateTrie.of(List.of(new int[] {5, 6}, new int[] {5}));
    assertThat(nested.size()).isEqualTo(3);
    assertThat(nested.inner()).containsExactly(0, nested.end(1));
  }

  @Test
  void anEmptyCandidateIsRefused() {
    assertThatThrownBy(() -> CandidateTrie.of(List.of(new int[] {5}, new int[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Candidate 1 has no tokens");
  }
}
