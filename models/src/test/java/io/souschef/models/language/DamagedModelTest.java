package io.souschef.models.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.models.onnx.GraphSignature;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged model is one sentence. */
class DamagedModelTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x", "1996,", ",", "1996,x", "-1", "30522", "99999999999", "1 2", "1.5"})
  void damagedCommonTokensAreNamed(String tokens) throws IOException {
    Path file = Files.write(folder.resolve("say.onnx"), RandomDecoders.embedded(7, 1, tokens));
    EmbeddedLanguageModel.Settings settings = new EmbeddedLanguageModel.Settings(1, 1);
    assertThatThrownBy(() -> EmbeddedLanguageModel.open(file, settings))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "is damaged (its list common_tokens holds what is no token of the vocabulary)");
  }

  @Test
  void aGraphWithBytesChangedOrCutOffIsReadOrRefusedInOneSentence() {
    byte[] whole = RandomDecoders.embedded(7, 1, "1996");
    Random random = new Random(4);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int change = 0; change < 4; change++) {
        damaged[random.nextInt(Math.min(600, damaged.length))] = (byte) random.nextInt(256);
      }
      try {
        GraphSignature.parse("say.onnx", ByteBuffer.wrap(damaged));
      } catch (InvalidInputException e) {
        refused++;
        assertThat(e).hasMessageContaining("say.onnx");
      }
    }
    assertThat(refused).isPositive();
    assertThatCode(() -> GraphSignature.parse("say.onnx", ByteBuffer.wrap(whole)))
        .doesNotThrowAnyException();
  }
}
