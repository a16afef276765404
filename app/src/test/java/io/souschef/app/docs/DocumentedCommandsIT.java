package io.souschef.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What README and docs tell people to type is typed. Suites are replaced by the one task of the
 * page and seeds are few; what needs a server, a robot or hours is left to tests of its own.
 */
class DocumentedCommandsIT {

  static final Set<String> RUN =
      Set.of("run", "eval", "report", "tasks", "skills", "models", "doctor", "completion");

  private static final List<String> ELSEWHERE =
      List.of("--robot", "--robot-config", "--engine", "--plugin", "--help");

  /** The first command that a reader sees. */
  private static final Documentation.Command OPENER = Documentation.commands().get(0);

  @TempDir private static Path temp;

  /** Words of the pages to what stands for them here. */
  private static final Map<String, String> HERE = new TreeMap<>();

  @BeforeAll
  static void writeWhatThePagesSpeakOf() throws IOException {
    String scene = Documentation.blocks("docs/scenes.md", "yaml").get(0);
    String task = Documentation.blocks("docs/tasks.md", "json").get(0);
    Path sceneFile = Files.writeString(temp.resolve("my-scene.yaml"), scene);
    Path suite =
        Files.writeString(temp.resolve("my-suite.jsonl"), new JsonMapper().readTree(task) + "\n");
    HERE.put("my-scene.yaml", sceneFile.toString());
    HERE.put("home.yaml", temp.resolve("home.yaml").toString());
    Commands.run(List.of("kitchen", "new", HERE.getOrDefault("home.yaml", "")));
    for (String name : List.of("my-suite.jsonl", "kitchen-core", "saycan-dev", "plain")) {
      HERE.put(name, suite.toString());
    }
    HERE.put("paper", temp.resolve("paper").toString());
    HERE.put("docs/policy.yaml", Path.of("..", "docs", "policy.yaml").toString());
    HERE.put("docs/results.md", temp.resolve("results.md").toString());
    for (String run : List.of("today", "yesterday", "ablation", "kitchen-core", "reference")) {
      HERE.put("runs/" + run, temp.resolve("runs").resolve(run).toString());
    }
    Commands.run(
        List.of(
            "eval",
            "--suite",
            suite.toString(),
            "--say",
            "reference",
            "--rates",
            "plan",
            "--out",
            HERE.getOrDefault("runs/yesterday", "")));
  }

  static Collection<Documentation.Command> commands() {
    Map<String, Documentation.Command> commands = new TreeMap<>();
    Stream.concat(Documentation.commands().stream(), Documentation.examples().stream())
        // What stands beside figures was typed when they were made.
        .filter(command -> !command.page().equals("results.md"))
        // Followed to the letter by a test of its own, in its order.
        .filter(command -> !command.page().equals("own-kitchen.md"))
        .filter(command -> !command.words().isEmpty() && RUN.contains(command.words().get(0)))
        .filter(command -> ELSEWHERE.stream().noneMatch(command::has))
        .filter(command -> command.words().stream().noneMatch(word -> word.contains("openai:")))
        .filter(command -> command.words().stream().noneMatch(DocumentedCommandsIT::isPlaceholder))
        .forEach(command -> commands.putIfAbsent(kind(command), command));
    return commands.values();
  }

  /** Commands that differ in values alone are one kind, and one of it is run. */
  private static String kind(Documentation.Command command) {
    return command.words().get(0)
        + command.words().stream()
            .filter(word -> word.startsWith("--") || word.matches("[a-z]+"))
            .skip(1)
            .sorted()
            .collect(Collectors.joining(" "));
  }

  /** "FILE", "MODEL", "...": to be filled in by the reader. */
  private static boolean isPlaceholder(String word) {
    return word.matches("[A-Z]{2,}(:[A-Z]+)?|\\.\\.\\.|.*<.*>.*|my\\.yaml|~.*");
  }

  @Test
  void theFirstCommandOfTheReadmeIsAmongThem() {
    assertThat(OPENER.page()).isEqualTo("README.md");
    assertThat(commands()).contains(OPENER);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void whatThePagesTellToTypeWorks(Documentation.Command command) {
    List<String> words = new ArrayList<>();
    boolean list = command.words().get(0).equals("tasks") || command.has("--task");
    for (String word : command.words()) {
      boolean kept = list && !word.equals("my-suite.jsonl");
      words.add(kept ? word : HERE.getOrDefault(word, word));
    }
    int seeds = words.indexOf("--episodes");
    if (seeds >= 0) {
      words.set(seeds + 1, "1");
    }
    String first = words.get(0);
    if ((first.equals("run") || first.equals("eval")) && !command.has("--out")) {
      words.addAll(List.of("--out", temp.resolve("out-" + command.hashCode()).toString()));
    }
    if (first.equals("eval")) {
      words.addAll(List.of("--rates", "plan", "--steps", "10"));
    }
    Commands.Ended ended = Commands.run(words);
    // A robot may not manage what it was asked; the command itself must be right. What the README
    // begins with is managed.
    boolean opener = command.words().equals(OPENER.words());
    assertThat(ended.code())
        .as("%s%n%s", words, ended.err())
        .isIn(0, first.equals("run") && !opener ? 1 : 0);
  }
}
