package io.souschef.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house is built of small rooms, and its map names each of them. */
class HouseTest {

  private static final Path ROOT = Path.of("..");
  private static final int MOST_LINES = 300;
  private static final int MOST_FILES = 15;

  private static final Map<String, String> MODULES =
      Map.of(
          "skills", "skills",
          "planner", "planner",
          "models", "models",
          "sim", "sim",
          "ros-bridge", "ros",
          "training", "training",
          "web", "web",
          "evaluation", "evaluation",
          "app", "app");

  /** Every Java source of a module, tests among them. */
  private static List<Path> sources(String module) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void noClassIsLong() throws IOException {
    List<String> longOnes = new ArrayList<>();
    for (String module : MODULES.keySet()) {
      for (Path source : sources(module)) {
        int lines = Files.readAllLines(source).size();
        if (lines > MOST_LINES) {
          longOnes.add(source + ": " + lines);
        }
      }
    }
    assertThat(longOnes).as("sources of more than %s lines", MOST_LINES).isEmpty();
  }

  @Test
  void noPackageIsCrowded() throws IOException {
    Map<Path, Integer> files = new TreeMap<>();
    for (String module : MODULES.keySet()) {
      for (Path source : sources(module)) {
        if (!source.endsWith("package-info.java")) {
          files.merge(source.getParent(), 1, Integer::sum);
        }
      }
    }
    assertThat(files).hasSizeGreaterThan(100);
    files.values().removeIf(count -> count <= MOST_FILES);
    assertThat(files).as("packages of more than %s files", MOST_FILES).isEmpty();
  }

  @Test
  void theMapNamesEveryRoomOnceAndNoOther() throws IOException {
    Map<String, List<String>> map = map();
    assertThat(map.keySet()).containsExactlyInAnyOrderElementsOf(MODULES.keySet());
    for (String module : MODULES.keySet()) {
      String top = "java/io/souschef/" + MODULES.get(module) + "/";
      List<String> rooms =
          sources(module).stream()
              .map(source -> source.toString().replace('\\', '/'))
              .filter(source -> !source.contains("/src/test/") && !source.contains("-test/"))
              .filter(source -> source.contains(top))
              .map(source -> source.substring(source.indexOf(top) + top.length()))
              .filter(source -> source.contains("/"))
              .map(source -> source.substring(0, source.indexOf('/') + 1))
              .distinct()
              .toList();
      assertThat(map.get(module)).as(module).containsExactlyInAnyOrderElementsOf(rooms);
    }
  }

  /** What CONTRIBUTING.md names of each module: `world/` and the like. */
  private static Map<String, List<String>> map() throws IOException {
    String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    String table = text.substring(text.indexOf("| where |"), text.indexOf("`bom` names"));
    Map<String, List<String>> map = new TreeMap<>();
    for (String row : table.lines().skip(2).filter(line -> line.startsWith("|")).toList()) {
      Matcher module = Pattern.compile("\\| `([a-z.-]+)` \\|").matcher(row);
      assertThat(module.lookingAt()).as(row).isTrue();
      Matcher rooms = Pattern.compile("`([a-z]+/)`").matcher(row);
      // A row with a dot tells more about a room that stands in another.
      if (module.group(1).indexOf('.') < 0) {
        map.put(module.group(1), rooms.results().map(found -> found.group(1)).toList());
      }
    }
    return map;
  }
}
