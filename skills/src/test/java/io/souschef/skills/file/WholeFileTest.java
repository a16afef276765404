package io.souschef.skills.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.failure.MachineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void theFileHasItsContentAndTheModeOfEveryOther() throws IOException {
    Path file = folder.resolve("page.html");
    WholeFile.write(file, "first");
    WholeFile.write(file, "é");
    assertThat(file).content().isEqualTo("é");
    Path other = Files.writeString(folder.resolve("other"), "x");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aFolderThatIsGoneIsASentence() {
    Path file = folder.resolve("gone").resolve("page.html");
    assertThatThrownBy(() -> WholeFile.write(file, "x"))
        .isInstanceOf(MachineException.class)
        .hasMessage(
            "'%s' cannot be written (no such file or folder); free space there, or choose a folder"
                + " that can be written",
            file);
  }

  @Test
  void nothingHalfWrittenStaysBehindWhenTheNameIsTaken() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("page.html").resolve("inside"));
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("page.html"), "x"))
        .isInstanceOf(MachineException.class);
    assertThat(taken).exists();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void aLinkStaysAndWhatItNamesIsWritten() throws IOException {
    Path page = Files.createDirectory(folder.resolve("real")).resolve("page.html");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("real", "page.html"));
    Path other = Files.createSymbolicLink(folder.resolve("other"), Path.of("link"));
    WholeFile.write(other, "x");
    WholeFile.write(link, "y");
    assertThat(page).content().isEqualTo("y");
    assertThat(link).isSymbolicLink();
    assertThat(other).isSymbolicLink();
  }

  @Test
  void aDeviceIsNotPutAway() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    assertThatThrownBy(() -> WholeFile.require(device))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("'/dev/null' is a pipe, a socket or a device, not a plain file; name a file");
    assertThatThrownBy(() -> WholeFile.require(folder)).hasMessageContaining("is a folder");
    // Not tried with a device that others need, in case this fails.
    Path terminal = Path.of("/dev/stdin");
    assumeTrue(Files.exists(terminal) && !Files.isRegularFile(terminal));
    assertThatThrownBy(() -> WholeFile.write(terminal, "x"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aFullDiskIsASentence() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    assertThat(WholeFile.unwritable(full, new IOException("No space left on device")))
        .hasMessageContaining("(no space left on device)");
  }
}
