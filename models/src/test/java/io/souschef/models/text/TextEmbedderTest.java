package io.souschef.models.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextEmbedderTest {

  private TextEmbedder embedder;

  @BeforeAll
  void open() {
    embedder = TextEmbedder.open();
  }

  @AfterAll
  void close() {
    embedder.close();
  }

  @Test
  void anEmbeddingHasUnitLength() {
    assertThat(dot("pick up the object", "pick up the object")).isCloseTo(1, within(1e-5));
  }

  @Test
  void wordsOfOneMeaningAreCloserThanWordsOfAnother() {
    assertThat(dot("pick up the object", "grasp the object"))
        .isGreaterThan(dot("pick up the object", "open the drawer"));
    assertThat(dot("coke", "pepsi")).isGreaterThan(dot("coke", "sponge"));
  }

  @Test
  void theEmptyTextIsTheZeroVector() {
    assertThat(embedder.embed("")).hasSize(TextEmbedder.WIDTH).containsOnly(0f);
  }

  @Test
  void aTextHasTheSameEmbeddingHoweverOftenAndInWhateverOrderItIsAsked() {
    try (TextEmbedder other = TextEmbedder.open()) {
      other.embed("a long sentence that has nothing at all to do with it");
      assertThat(other.embed("coke")).isEqualTo(embedder.embed("coke"));
    }
  }

  @Test
  void aCallerCannotSpoilTheCache() {
    embedder.embed("tea")[0] = 42;
    assertThat(embedder.embed("tea")[0]).isLessThan(1);
  }

  private double dot(String a, String b) {
    float[] left = embedder.embed(a);
    float[] right = embedder.embed(b);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
