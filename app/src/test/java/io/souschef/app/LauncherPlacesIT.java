package io.souschef.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that are renamed, copied, cleared away or named strangely. */
class LauncherPlacesIT extends LauncherCase {

  @Test
  void aRenamedFolderRunsItsOwnClassesWithoutABuild() throws Exception {
    run("skills");
    Path renamed = Files.move(home, temp.resolve("renamed with blanks"));
    Files.delete(temp.resolve("tools/mvn"));
    assertThat(ended(start(renamed, Map.of(), "skills"))).contains("one ");
  }

  @Test
  void aCopiedFolderRunsItsOwnClasses() throws Exception {
    run("skills");
    Path copy = temp.resolve("copy");
    copy(home, copy);
    Files.writeString(copy.resolve("app/src/main/source"), "copied ");
    assertThat(ended(start(copy, Map.of(), "skills"))).contains("copied ");
    assertThat(run("skills")).contains("one ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my kitchen",
        "küche",
        "a$HOME;b",
        "it's \"so\"",
        "a&b",
        "[ab]",
        "a*b",
        "-n",
        "a\\b"
      })
  void aFolderMayHaveAnyName(String name) throws Exception {
    Path named = Files.move(home, Files.createDirectory(temp.resolve("in")).resolve(name));
    Path library = Files.createDirectory(temp.resolve("other libraries")).resolve("a b.jar");
    Files.writeString(library, "");
    Map<String, String> environment = Map.of("LIBRARY", library.toString());
    assertThat(ended(start(named, environment, "skills"))).contains("one ");
    assertThat(ended(start(named, environment, "skills"))).contains("one ");
    assertThat(builds()).hasSize(1);
    assertThat(Files.readString(Path.of(log + ".java"))).contains(":" + library);
  }

  @Test
  void buildsThatAreClearedAwayTakeNoOtherFolderAlong() throws Exception {
    Path beside = Files.createDirectory(temp.resolve("my"));
    Path named = Files.move(home, temp.resolve("my kitchen"));
    for (int build = 0; build < 4; build++) {
      Files.writeString(named.resolve("app/src/main/source"), "build " + build);
      assertThat(ended(start(named, Map.of(), "skills"))).contains("build " + build);
    }
    assertThat(beside).exists();
    try (Stream<Path> made = Files.list(named.resolve("target/launch"))) {
      assertThat(made.filter(path -> path.getFileName().toString().startsWith("plain-")))
          .hasSize(2);
    }
  }

  @Test
  void aNameThatJavaWouldEndTooEarlyIsRefused() throws Exception {
    Path named = Files.move(home, temp.resolve("a:b"));
    assertThat(ended(start(named, Map.of(), "skills")))
        .contains("has a colon in its name")
        .hasLineCount(1);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
