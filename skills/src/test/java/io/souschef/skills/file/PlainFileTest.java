package io.souschef.skills.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class PlainFileTest {

  @TempDir private Path folder;

  private static String text(Path path) {
    return new PlainFile("Scene file", path).text(10);
  }

  @Test
  void aPlainFileIsReadWithoutItsByteOrderMark() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "\uFEFFaé");
    assertThat(text(file)).isEqualTo("aé");
    assertThat(text(Files.createSymbolicLink(folder.resolve("link"), file))).isEqualTo("aé");
  }

  @Test
  void aFileMayHaveExactlyAsManyBytesAsAreAllowed() throws IOException {
    Path file = folder.resolve("a");
    assertThat(text(Files.writeString(file, "0123456789"))).hasSize(10);
    Files.writeString(file, "01234567890");
    assertThatThrownBy(() -> text(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Scene file '%s' is larger than 10 bytes; is it the right file?", file);
  }

  @Test
  void aDeviceThatNeverEndsIsNotRead() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero));
    assertThatThrownBy(() -> text(zero))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is a pipe, a socket or a device, not a plain file");
  }

  @Test
  void aPipeThatNobodyWritesToIsNotWaitedFor() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/mkfifo"))
            && new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor() == 0);
    assertThatThrownBy(() -> text(pipe))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is a pipe, a socket or a device, not a plain file");
  }

  @Test
  void whatSaysThatItIsEmptyAndIsNotIsBoundedToo() {
    Path made = Path.of("/proc/self/environ");
    assumeTrue(Files.isReadable(made));
    assertThatThrownBy(() -> text(made))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is larger than 10 bytes");
  }

  @Test
  void foldersMissingFilesAndOtherEncodingsHaveASentenceEach() throws IOException {
    assertThatThrownBy(() -> text(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Scene file '%s' is a folder; name a file", folder);
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> text(missing))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Scene file '%s' does not exist; check the path", missing);
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'a', (byte) 0xe9});
    assertThatThrownBy(() -> text(latin))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Scene file '%s' is not UTF-8 text; save it as UTF-8", latin);
    Path below = latin.resolve("below");
    assertThatThrownBy(() -> text(below))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("Scene file '%s' cannot be read (".formatted(below));
  }
}
