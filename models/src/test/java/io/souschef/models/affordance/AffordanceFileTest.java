package io.souschef.models.affordance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AffordanceFileTest {

  @TempDir private Path folder;

  @Test
  void aMissingFileIsNamedWithItsMend() {
    Path file = folder.resolve("none.onnx");
    assertThatThrownBy(() -> OnnxAffordanceFunction.open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Value function '%s' does not exist; check the path or make it with 'souschef train affordance'"
                .formatted(file));
  }

  @Test
  void aDamagedFileIsNamedWithItsMend() throws IOException {
    Path file = folder.resolve("damaged.onnx");
    try (InputStream in = getClass().getResourceAsStream("/io/souschef/models/weights/can.onnx")) {
      byte[] whole = java.util.Objects.requireNonNull(in).readAllBytes();
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
    }
    assertThatThrownBy(() -> OnnxAffordanceFunction.open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "Value function '%s' cannot be read as an ONNX model; restore the file or make it anew with 'souschef train affordance'"
                .formatted(file));
  }

  @Test
  void anotherModelIsNotTakenForAValueFunction() throws IOException {
    Path file = folder.resolve("encoder.onnx");
    try (InputStream in = getClass().getResourceAsStream("/all-minilm-l6-v2-q.onnx")) {
      Files.copy(java.util.Objects.requireNonNull(in), file);
    }
    assertThatThrownBy(() -> OnnxAffordanceFunction.open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a value function");
  }
}
