package io.souschef.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md says of where a change goes is there. */
class ChangesTest {

  private static final Path HOME = Path.of("..");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void everyClassAndFileThatAChangeTouchesIsThere() throws IOException {
    String page = Files.readString(HOME.resolve("CONTRIBUTING.md"));
    String section = page.split("## Where a change goes")[1].split("\n## ")[0];
    List<String> rows = section.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
    assertThat(rows).hasSize(10);
    Set<String> files = files();
    for (String row : rows) {
      List<String> named =
          CODE.matcher(row)
              .results()
              .map((MatchResult match) -> match.group(1))
              .filter(name -> name.matches("[A-Za-z/]*[A-Z][A-Za-z]+|[a-z]+\\.yaml"))
              .map(name -> name.substring(name.lastIndexOf('/') + 1))
              .toList();
      assertThat(named).as(row).isNotEmpty();
      assertThat(files).as(row).containsAll(named);
    }
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(HOME)) {
      return all.filter(path -> path.toString().contains("/src/"))
          .map(path -> path.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }
}
