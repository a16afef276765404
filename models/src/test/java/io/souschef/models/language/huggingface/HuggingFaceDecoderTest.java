package io.souschef.models.language.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.models.language.GraphWriter;
import io.souschef.models.language.RandomDecoders;
import io.souschef.models.language.RandomDecoders.Layout;
import io.souschef.models.language.token.BestFirstSearch;
import io.souschef.models.language.token.CandidateTrie;
import io.souschef.models.language.token.Decoder;
import io.souschef.models.language.token.PromptTokens;
import io.souschef.models.language.token.TrieReading;
import io.souschef.models.onnx.GraphSignature;
import io.souschef.models.onnx.GraphSignature.Value;
import io.souschef.models.onnx.OnnxSession;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.planner.usefulness.UsefulnessScorer.Scored;
import io.souschef.skills.failure.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HuggingFaceDecoderTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-4);
  private static final int VOCABULARY = 60;
  private static final ObjectNode CONFIG = JsonNodeFactory.instance.objectNode();

  static Stream<Arguments> layouts() {
    return Stream.of(
        Arguments.of("MHA", new Layout(4, GraphWriter.FLOAT, true, false, false)),
        Arguments.of("GQA", new Layout(2, GraphWriter.FLOAT, true, false, false)),
        Arguments.of(
            "MQA without positions", new Layout(1, GraphWriter.FLOAT, false, false, false)),
        Arguments.of("fp16 cache", new Layout(2, GraphWriter.FLOAT16, true, false, false)),
        Arguments.of("merged", new Layout(4, GraphWriter.FLOAT, true, true, false)),
        Arguments.of("few logits", new Layout(4, GraphWriter.FLOAT, false, false, true)),
        Arguments.of("all at once", new Layout(2, GraphWriter.FLOAT16, false, true, true)));
  }

  private static HuggingFaceDecoder open(Layout layout) {
    byte[] graph = RandomDecoders.causal(21, 2, VOCABULARY, layout);
    OnnxSession session = OnnxSession.open("random", graph, 1);
    return new HuggingFaceDecoder(
        new CausalGraph(session, HuggingFaceLayout.of("random", session.signature(), CONFIG)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layouts")
  void theCachedWaysEqualTheSlowOne(String name, Layout layout) {
    RandomGenerator random = new Random(name.hashCode());
    try (HuggingFaceDecoder decoder = open(layout)) {
      int[] story = random.ints(60, 0, VOCABULARY).toArray();
      for (int trial = 0; trial < 30; trial++) {
        // Every other prompt goes on from the beginning of the story.
        int kept = trial % 2 == 0 ? random.nextInt(60) : 0;
        int[] ids = Arrays.copyOf(story, kept + 1 + random.nextInt(20));
        for (int i = kept; i < ids.length; i++) {
          ids[i] = random.nextInt(VOCABULARY);
        }
        PromptTokens prompt = new PromptTokens(ids, 0, List.of());
        CandidateTrie trie = trie(random, 2 + random.nextInt(12));
        double[] cached = all(decoder, prompt, trie);
        List<Integer> everyone = IntStream.range(0, trie.candidates()).boxed().toList();
        double[] slow = decoder.scoreSeparately(prompt, trie, everyone, 1);

        assertThat(cached).containsExactly(slow, CLOSE);
        assertThat(ranking(cached)).isEqualTo(ranking(slow));
        assertThat(decoder.scoreSeparately(prompt, trie, everyone, 5)).containsExactly(slow, CLOSE);

        double[] can = random.doubles(slow.length).toArray();
        int best =
            IntStream.range(0, slow.length)
                .boxed()
                .max(
                    (a, b) ->
                        Double.compare(Math.exp(slow[a]) * can[a], Math.exp(slow[b]) * can[b]))
                .orElseThrow();
        try (TrieReading reading = decoder.read(prompt, trie)) {
          assertThat(BestFirstSearch.search(trie, reading, can, 1))
              .extracting(Scored::index)
              .contains(best);
        }
      }
    }
  }

  @Test
  void aLongPromptIsReadInParts() {
    RandomGenerator random = new Random(2);
    try (HuggingFaceDecoder decoder = open(new Layout(2, GraphWriter.FLOAT, true, true, false))) {
      PromptTokens prompt =
          new PromptTokens(random.ints(700, 0, VOCABULARY).toArray(), 0, List.of());
      CandidateTrie trie = trie(random, 10);

      assertThat(all(decoder, prompt, trie))
          .containsExactly(
              decoder.scoreSeparately(prompt, trie, List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 1),
              CLOSE);
    }
  }

  @Test
  void aPromptLongerThanTheContextIsRefusedWithItsLength() {
    ObjectNode config = CONFIG.objectNode().put("n_positions", 100);
    byte[] graph =
        RandomDecoders.causal(
            21, 1, VOCABULARY, new Layout(4, GraphWriter.FLOAT, true, false, false));
    OnnxSession session = OnnxSession.open("random", graph, 1);
    try (HuggingFaceDecoder decoder =
        new HuggingFaceDecoder(
            new CausalGraph(
                session, HuggingFaceLayout.of("random", session.signature(), config)))) {
      assertThatThrownBy(() -> decoder.next(new PromptTokens(new int[101], 0, List.of())))
          .isInstanceOf(ScoringException.class)
          .hasMessageContaining("has 101 tokens, but model 'random' takes 100");
    }
  }

  @Test
  void headsThatTheGraphDoesNotTellComeFromTheConfig() {
    Value past = new Value("past_key_values.0.key", 1, List.of(-1L, -1L, -1L, -1L));
    ObjectNode config =
        CONFIG
            .objectNode()
            .put("num_attention_heads", 8)
            .put("num_key_value_heads", 2)
            .put("hidden_size", 512);
    HuggingFaceLayout layout = HuggingFaceLayout.of("m", signature(past), config);
    assertThat(layout.past().inputs().get(0).heads()).isEqualTo(2);
    assertThat(layout.past().inputs().get(0).width()).isEqualTo(64);
    ObjectNode gpt2 = CONFIG.objectNode().put("n_head", 12).put("n_embd", 768);
    assertThat(HuggingFaceLayout.of("m", signature(past), gpt2).past().inputs().get(0).heads())
        .isEqualTo(12);
    assertThatThrownBy(() -> HuggingFaceLayout.of("m", signature(past), CONFIG))
        .hasMessageContaining("config.json needs num_key_value_heads and head_dim");
  }

  @Test
  void aFusedAttentionIsFedOneCandidateAfterTheOther() {
    Value past = new Value("past_key_values.0.key", 1, List.of(-1L, 4L, -1L, 8L));
    GraphSignature fused =
        new GraphSignature(
            signature(past).inputs(),
            List.of(),
            Set.of("MatMul", "com.microsoft.GroupQueryAttention"));
    assertThat(HuggingFaceLayout.of("m", fused, CONFIG).batches()).isFalse();
    assertThat(HuggingFaceLayout.of("m", signature(past), CONFIG).batches()).isTrue();
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(
            new Value("past_key_values.0", 1, List.of(2L, -1L, 4L, -1L, 8L)),
            "wants an input 'past_key_values.0' that is not served (keys and values in one tensor)"),
        Arguments.of(
            new Value("past_key_values.0.key", 1, List.of(-1L, 8L, -1L)),
            "has a cache of 3 dimensions in 'past_key_values.0.key', as Bloom has"),
        Arguments.of(
            new Value("past_conv.0", 1, List.of(-1L, 8L, 3L)),
            "(a convolution or state-space cache)"),
        Arguments.of(
            new Value("past_key_values.0.key", 16, List.of(-1L, 4L, -1L, 8L)),
            "has a cache of ONNX type 16"),
        Arguments.of(new Value("attention_mask", 7, List.of(-1L, -1L)), "has no key-value cache"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aLayoutThatIsNotServedIsNamed(Value input, String message) {
    assertThatThrownBy(() -> HuggingFaceLayout.of("m", signature(input), CONFIG))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("Model 'm' ")
        .hasMessageContaining(message);
  }

  private static GraphSignature signature(Value input) {
    return new GraphSignature(
        List.of(new Value("input_ids", 7, List.of(-1L, -1L)), input), List.of(), Set.of("MatMul"));
  }

  private static double[] all(Decoder decoder, PromptTokens prompt, CandidateTrie trie) {
    double[] edges = new double[trie.size()];
    try (TrieReading reading = decoder.read(prompt, trie)) {
      reading.expand(trie.inner(), edges);
    }
    return trie.sums(edges);
  }

  private static List<Integer> ranking(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted((a, b) -> Double.compare(scores[b], scores[a]))
        .toList();
  }

  private static CandidateTrie trie(RandomGenerator random, int size) {
    List<int[]> candidates = new ArrayList<>();
    while (candidates.size() < size) {
      int[] words = random.ints(1 + random.nextInt(5), 10, 16).toArray();
      int[] candidate = Arrays.copyOf(words, words.length + 1);
      candidate[words.length] = 9;
      if (candidates.stream().noneMatch(other -> Arrays.equals(other, candidate))) {
        candidates.add(candidate);
      }
    }
    return CandidateTrie.of(candidates);
  }
}
