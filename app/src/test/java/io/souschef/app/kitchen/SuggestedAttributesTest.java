package io.souschef.app.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.text.TextEmbedder;
import io.souschef.skills.world.Attributes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuggestedAttributesTest {

  @Test
  void mostOfWhatIsSuggestedForNounsThatAreLeftOutIsTrueOfThem() {
    try (TextEmbedder embedder = TextEmbedder.open()) {
      Map<String, Set<String>> things = Lexicon.things();
      assertThat(things).hasSizeGreaterThan(1000);
      SuggestedAttributes suggestions = new SuggestedAttributes(embedder, things);
      int right = 0;
      int said = 0;
      int so = 0;
      for (Map.Entry<String, Set<String>> thing : things.entrySet()) {
        Set<String> words = new HashSet<>(thing.getValue());
        Attributes.COLOURS.forEach(words::remove);
        so += words.size();
        List<String> suggested = suggestions.ofOthers(thing.getKey());
        said += suggested.size();
        words.retainAll(suggested);
        right += words.size();
      }
      assertThat(1.0 * right / said).isGreaterThan(0.75);
      assertThat(1.0 * right / so).isGreaterThan(0.4);
    }
  }

  @Test
  void nothingIsSuggestedForWhatMeansNothing() {
    try (TextEmbedder embedder = TextEmbedder.open()) {
      assertThat(new SuggestedAttributes(embedder).of("zxqv blorp")).isEmpty();
    }
  }
}
