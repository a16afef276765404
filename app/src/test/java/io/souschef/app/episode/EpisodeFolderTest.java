package io.souschef.app.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.planner.episode.Trace;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeFolderTest {

  @TempDir private Path temp;

  @Test
  void runsThatBeginInTheSameSecondHaveAFolderEach() {
    Set<Path> folders = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            i -> folders.add(EpisodeFolder.createNew(temp.resolve("runs/20260101-coke")).path()));
    assertThat(folders).hasSize(40).allSatisfy(folder -> assertThat(folder).isEmptyDirectory());
  }

  @Test
  void twoRunsCannotWriteOneTrace() {
    Path file = temp.resolve("trace.jsonl");
    try (Trace first = Trace.create(file)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> Trace.create(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("Another run is writing the trace");
    }
    Trace.create(file).close();
  }

  @Test
  void everyFileOfAnEpisodeHasTheSameMode() throws IOException {
    EpisodeFolder folder = EpisodeFolder.create(temp.resolve("run"));
    Trace.create(folder.path().resolve(EpisodeFolder.TRACE)).close();
    folder.write(EpisodeFolder.PAGE, new byte[] {1});
    assertThat(Files.getPosixFilePermissions(folder.path().resolve(EpisodeFolder.PAGE)))
        .isEqualTo(Files.getPosixFilePermissions(folder.path().resolve(EpisodeFolder.TRACE)));
  }

  @Test
  void aFolderThatVanishedIsASentence() throws IOException {
    EpisodeFolder folder = EpisodeFolder.create(temp.resolve("gone"));
    Files.delete(folder.path());
    assertThatThrownBy(() -> folder.write(EpisodeFolder.PAGE, new byte[] {1}))
        .hasMessageContaining("cannot be written (no such file or folder)");
  }
}
