package io.souschef.models.language.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.language.RandomDecoders;
import io.souschef.models.language.prompt.WordPieceTokenizer;
import io.souschef.models.language.token.BestFirstSearch;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.Decoder;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedDecoderTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-4);

  private static EmbeddedDecoder decoder;

  @BeforeAll
  static void open() {
    decoder = open(1);
  }

  private static EmbeddedDecoder open(int threads) {
    return new EmbeddedDecoder(
        new EmbeddedGraph(
            OnnxSession.open("random", RandomDecoders.embedded(5, 2, "1996,2023,2003"), threads)),
        threads);
  }

  @AfterAll
  static void close() {
    decoder.close();
  }

  @Test
  void oneTreePassEqualsOnePassPerCandidateOnTwoHundredPrompts() {
    RandomGenerator random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      PromptTokens prompt = prompt(random, 3 + random.nextInt(30), random.nextInt(20));
      CandidateTrie trie = trie(random, 2 + random.nextInt(12));
      double[] tree = all(decoder, prompt, trie);
      double[] separate = decoder.scoreSeparately(prompt, trie, everyone(trie), 1);
      double[] batched = decoder.scoreSeparately(prompt, trie, everyone(trie), 7);

      assertThat(tree).containsExactly(separate, CLOSE);
      assertThat(batched).containsExactly(separate, CLOSE);
      assertThat(ranking(tree)).isEqualTo(ranking(separate));
    }
  }

  @Test
  void manyCandidatesTakeSeveralPassesWithTheSameScores() {
    RandomGenerator random = new Random(12);
    PromptTokens prompt = prompt(random, 9, 4);
    CandidateTrie trie = trie(random, 700);
    List<Integer> some = random.ints(40, 0, 700).boxed().toList();
    double[] tree = all(decoder, prompt, trie);
    double[] separate = decoder.scoreSeparately(prompt, trie, some, 1);
    for (int i = 0; i < separate.length; i++) {
      assertThat(tree[some.get(i)]).isCloseTo(separate[i], CLOSE);
    }
  }

  @Test
  void theSearchFindsTheBestOfAllOnTwoHundredPrompts() {
    RandomGenerator random = new Random(13);
    long scored = 0;
    long candidates = 0;
    for (int trial = 0; trial < 200; trial++) {
      PromptTokens prompt = prompt(random, 3 + random.nextInt(30), random.nextInt(20));
      CandidateTrie trie = trie(random, 20 + random.nextInt(60));
      double[] can = random.doubles(trie.candidates()).map(p -> p < 0.3 ? 0 : p).toArray();
      double[] all = all(decoder, prompt, trie);
      int wanted = 1 + random.nextInt(4);
      List<Integer> best =
          IntStream.range(0, all.length)
              .boxed()
              .sorted(
                  (a, b) -> Double.compare(Math.exp(all[b]) * can[b], Math.exp(all[a]) * can[a]))
              .limit(wanted)
              .toList();
      List<Scored> found;
      try (TrieReading reading = decoder.read(prompt, trie)) {
        found = BestFirstSearch.search(trie, reading, can, wanted);
      }

      assertThat(found).extracting(Scored::index).containsAll(best).isSorted();
      assertThat(found).allSatisfy(s -> assertThat(s.logSay()).isCloseTo(all[s.index()], CLOSE));
      scored += found.size();
      candidates += all.length;
    }
    assertThat(scored).as("candidates that had to be scored").isLessThan(candidates);
  }

  @Test
  void aHopelessRobotStillGetsTheMostUsefulSkill() {
    RandomGenerator random = new Random(14);
    PromptTokens prompt = prompt(random, 8, 3);
    CandidateTrie trie = trie(random, 30);
    try (TrieReading reading = decoder.read(prompt, trie)) {
      assertThat(BestFirstSearch.search(trie, reading, new double[30], 1)).hasSize(30);
    }
  }

  @Test
  void aPromptThatGoesOnIsReadFromWhereItEnded() {
    RandomGenerator random = new Random(15);
    PromptTokens whole = prompt(random, 12, 30);
    CandidateTrie trie = trie(random, 20);
    decoder.forget();
    double[] fresh = all(decoder, whole, trie);
    decoder.forget();
    for (int length = 12; length < 42; length += 5) {
      PromptTokens part =
          new PromptTokens(Arrays.copyOf(whole.ids(), length), whole.prefixLength(), List.of());
      all(decoder, part, trie);
    }

    assertThat(all(decoder, whole, trie)).containsExactly(fresh, CLOSE);
  }

  @Test
  void aPromptThatTurnsElsewhereKeepsWhatItShares() {
    RandomGenerator random = new Random(20);
    PromptTokens first = prompt(random, 12, 30);
    int[] turned = first.ids().clone();
    turned[25]++;
    PromptTokens second = new PromptTokens(turned, 12, List.of());
    CandidateTrie trie = trie(random, 20);
    decoder.forget();
    double[] fresh = all(decoder, second, trie);
    decoder.forget();
    double[] other = all(decoder, first, trie);

    assertThat(all(decoder, second, trie)).containsExactly(fresh, CLOSE).isNotEqualTo(other);
  }

  @Test
  void thePromptsOfOtherEpisodesDoNotShowInTheScores() {
    RandomGenerator random = new Random(16);
    CandidateTrie trie = trie(random, 20);
    PromptTokens prompt = prompt(random, 10, 5);
    decoder.forget();
    double[] fresh = all(decoder, prompt, trie);
    int[] longerPrefix = Arrays.copyOf(prompt.ids(), 15);
    all(decoder, new PromptTokens(longerPrefix, 12, List.of()), trie);
    for (int i = 0; i < 30; i++) {
      all(decoder, prompt(random, 10, 5), trie(random, 20));
    }

    assertThat(all(decoder, prompt, trie)).containsExactly(fresh, CLOSE);
  }

  @Test
  void otherCandidatesAfterTheSamePromptAreScoredAfresh() {
    RandomGenerator random = new Random(17);
    PromptTokens prompt = prompt(random, 10, 5);
    all(decoder, prompt, trie(random, 20));
    CandidateTrie other = trie(random, 20);

    assertThat(all(decoder, prompt, other))
        .containsExactly(decoder.scoreSeparately(prompt, other, everyone(other), 1), CLOSE);
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    RandomGenerator random = new Random(18);
    PromptTokens prompt = prompt(random, 20, 20);
    CandidateTrie trie = trie(random, 300);
    double[] one = all(decoder, prompt, trie);
    decoder.forget();
    double[] again = all(decoder, prompt, trie);
    try (EmbeddedDecoder two = open(2)) {
      double[] both = all(two, prompt, trie);

      assertThat(again).containsExactly(one);
      assertThat(both).containsExactly(one, Offset.offset(1e-5));
      assertThat(ranking(both)).isEqualTo(ranking(one));
    }
  }

  @Test
  void probabilitiesOverTheFirstTokenAddUpToLessThanOne() {
    RandomGenerator random = new Random(19);
    PromptTokens prompt = prompt(random, 5, 0);
    CandidateTrie trie = trie(random, 50);
    double sum = Arrays.stream(all(decoder, prompt, trie)).map(Math::exp).sum();

    assertThat(sum).isPositive().isLessThan(1);
  }

  private static double[] all(Decoder decoder, PromptTokens prompt, CandidateTrie trie) {
    double[] edges = new double[trie.size()];
    try (TrieReading reading = decoder.read(prompt, trie)) {
      reading.expand(trie.inner(), edges);
    }
    return trie.sums(edges);
  }

  private static List<Integer> everyone(CandidateTrie trie) {
    return IntStream.range(0, trie.candidates()).boxed().toList();
  }

  private static List<Integer> ranking(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[b], scores[a]))
        .toList();
  }

  private static PromptTokens prompt(RandomGenerator random, int prefix, int steps) {
    return new PromptTokens(random.ints(prefix + steps, 1000, 30_000).toArray(), prefix, List.of());
  }

  /**
   * Distinct candidates over few tokens, so that they share beginnings; each ends with a period.
   */
  private static CandidateTrie trie(RandomGenerator random, int size) {
    List<int[]> candidates = new ArrayList<>();
    while (candidates.size() < size) {
      int[] words = random.ints(1 + random.nextInt(5), 2000, 2007).toArray();
      int[] candidate = Arrays.copyOf(words, words.length + 1);
      candidate[words.length] = WordPieceTokenizer.PERIOD;
      if (candidates.stream().noneMatch(other -> Arrays.equals(other, candidate))) {
        candidates.add(candidate);
      }
    }
    return CandidateTrie.of(candidates);
  }
}
