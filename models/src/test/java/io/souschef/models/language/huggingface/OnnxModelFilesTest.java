package io.souschef.models.language.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.LanguageModelChoice;
import io.souschef.models.language.GraphWriter;
import io.souschef.models.language.RandomDecoders.Layout;
import io.souschef.models.language.TinyModel;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxModelFilesTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    TinyModel.write(folder, new Layout(2, GraphWriter.FLOAT, true, false, false));
  }

  @Test
  void aModelIsItsGraphItsConfigurationAndItsTokenizer() {
    LanguageModelChoice ofFolder = LanguageModelChoice.parse("onnx:" + folder);
    assertThat(ofFolder.files())
        .containsOnlyKeys("config.json", "onnx/model.onnx", "tokenizer.json");
    assertThat(LanguageModelChoice.parse("onnx:" + folder.resolve("onnx/model.onnx")).files())
        .isEqualTo(ofFolder.files());
  }

  @Test
  void weightsBesideTheGraphBelongToItAndMayNotLackNorLieElsewhere() throws IOException {
    Path graph = folder.resolve("onnx/model.onnx");
    appendExternal(graph, "model.onnx_data");
    assertThatThrownBy(() -> OnnxModelFiles.of(folder).all())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has its weights in 'model.onnx_data', which is not beside it");
    Files.writeString(folder.resolve("onnx/model.onnx_data"), "weights");
    assertThat(LanguageModelChoice.parse("onnx:" + folder).files())
        .containsKey("onnx/model.onnx_data");
    Files.writeString(folder.resolve("secret"), "weights");
    appendExternal(graph, "../secret");
    assertThatThrownBy(() -> OnnxModelFiles.of(folder).all())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'../secret', which is not beside it");
  }

  /**
   * A graph may come in pieces that protobuf puts together: one with a tensor that lies outside.
   */
  private static void appendExternal(Path graph, String location) throws IOException {
    byte[] entry =
        field(
            13,
            join(
                field(1, "location".getBytes(StandardCharsets.UTF_8)),
                field(2, location.getBytes(StandardCharsets.UTF_8))));
    byte[] piece = field(7, field(5, entry));
    byte[] whole = Files.readAllBytes(graph);
    Files.write(graph, join(whole, piece));
  }

  private static byte[] field(int number, byte[] content) {
    return join(new byte[] {(byte) ((number << 3) | 2), (byte) content.length}, content);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void everyKindIsReadAndWrittenTheSame() {
    for (String name :
        new String[] {
          "embedded", "embedded:a/b.onnx", "onnx:a/b", "openai:http://localhost:8080#phi"
        }) {
      assertThat(LanguageModelChoice.parse(name).name()).isEqualTo(name);
    }
    assertThat(LanguageModelChoice.parse("embedded").files()).isEmpty();
  }
}
