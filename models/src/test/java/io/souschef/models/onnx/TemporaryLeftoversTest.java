package io.souschef.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryLeftoversTest {

  @TempDir private Path temporary;

  private Path leftover(String name) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    Files.writeString(folder.resolve("libonnxruntime.so"), "library");
    return folder;
  }

  @Test
  void whatNoProcessUsesIsTakenAway() throws IOException {
    Path unused = leftover("onnxruntime-java1");
    Path empty = Files.createDirectory(temporary.resolve("onnxruntime-java2"));
    Path other = leftover("somebody-elses");
    TemporaryLeftovers.clear(temporary, Instant.now().plusSeconds(60));
    if (Files.isDirectory(Path.of("/proc/self"))) {
      assertThat(unused).doesNotExist();
    }
    assertThat(empty).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void whatIsNewMayStillBeLoadedAndStays() throws IOException {
    Path fresh = leftover("onnxruntime-java3");
    TemporaryLeftovers.clear(temporary, Instant.now().minusSeconds(60));
    assertThat(fresh.resolve("libonnxruntime.so")).exists();
  }

  @Test
  void aTemporaryFolderThatIsNotThereIsNoReasonToFail() {
    TemporaryLeftovers.clear(temporary.resolve("none"), Instant.now());
  }
}
