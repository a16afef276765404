package io.souschef.models.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownTextsTest {

  @TempDir private Path folder;

  private KnownTexts texts(String maker) {
    return new KnownTexts(Optional.of(folder.resolve("texts")), maker);
  }

  private static float[] embedding(float value) {
    float[] values = new float[TextEmbedder.WIDTH];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void whatWasKeptIsReadBitForBitAndMoreIsAdded() {
    assertThat(texts("a").read()).isEmpty();
    texts("a").add(Map.of("coke", embedding(0.1f)));
    texts("a").add(Map.of("pear", embedding(-1e-30f), "", embedding(0)));
    assertThat(texts("a").read())
        .hasSize(3)
        .containsEntry("coke", embedding(0.1f))
        .containsEntry("pear", embedding(-1e-30f));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatAnotherEncoderOrProcessorMadeIsNotTaken() {
    texts("a").add(Map.of("coke", embedding(0.1f)));
    assertThat(texts("b").read()).isEmpty();
  }

  @Test
  void aFileThatIsCutOrChangedAnywhereCountsAsNone() throws IOException {
    texts("a").add(Map.of("coke", embedding(0.1f), "pear", embedding(0.2f)));
    Path file = folder.resolve("texts");
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 97) {
      Files.write(file, Arrays.copyOf(whole, at));
      assertThat(texts("a").read()).as("cut at " + at).isEmpty();
      byte[] changed = whole.clone();
      changed[at] ^= 0x20;
      Files.write(file, changed);
      assertThat(texts("a").read()).as("changed at " + at).isEmpty();
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNoError() {
    KnownTexts nowhere = new KnownTexts(Optional.of(folder.resolve("gone/texts")), "a");
    nowhere.add(Map.of("coke", embedding(0.1f)));
    assertThat(nowhere.read()).isEmpty();
  }
}
