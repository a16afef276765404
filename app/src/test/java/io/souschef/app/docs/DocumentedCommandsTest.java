package io.souschef.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.cli.Commands;
import io.souschef.evaluation.episode.KitchenWorlds;
import io.souschef.evaluation.episode.ReferencePlans;
import io.souschef.evaluation.episode.Rehearsal;
import io.souschef.evaluation.task.TaskCheck;
import io.souschef.evaluation.task.TaskReader;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.SkillLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** README and docs promise nothing that is refused. */
class DocumentedCommandsTest {

  /** Commands that need a server, a robot, a browser or hours, and the tests that run them. */
  private static final Map<String, String> RUN_ELSEWHERE =
      Map.of(
          "chat", "app/src/test/java/io/souschef/app/cli/command/ChatCommandIT.java",
          "robot", "app/src/test/java/io/souschef/app/cli/robot/RobotCommandIT.java",
          "kitchen", "app/src/test/java/io/souschef/app/cli/command/KitchenCommandTest.java",
          "node", "app/src/test/java/io/souschef/app/cli/robot/NodeCommandIT.java",
          "serve", "web/src/test/java/io/souschef/web/WebServerIT.java",
          "export", "web/src/test/java/io/souschef/web/browser/BrowserIT.java",
          "bench", "app/src/test/java/io/souschef/app/bench/sim/SimBenchmarkTest.java",
          "train",
              "training/src/test/java/io/souschef/training/language/model/SayTrainerTest.java");

  @TempDir private Path temp;

  static List<Documentation.Command> commands() {
    return Documentation.commands();
  }

  static List<Documentation.Command> examples() {
    return Documentation.examples();
  }

  @Test
  void everyCommandHasExamplesAndExitCodesInItsHelp() {
    assertThat(Commands.helpOfAll())
        .hasSizeGreaterThanOrEqualTo(11)
        .allSatisfy((name, help) -> assertThat(help).contains("Examples:", "Exit codes:"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleOfTheHelpIsACommand(Documentation.Command example) {
    assertThatCode(() -> Commands.parse(example.words())).doesNotThrowAnyException();
  }

  @Test
  void thePagesAreFullOfCommands() {
    assertThat(commands()).hasSizeGreaterThan(25);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsOneThatThereIs(Documentation.Command command) {
    assertThatCode(() -> Commands.parse(command.words())).doesNotThrowAnyException();
  }

  @Test
  void everyCommandOfThePagesIsRunByATest() {
    assertThat(commands())
        .filteredOn(command -> !command.words().isEmpty())
        .allSatisfy(
            command ->
                assertThat(command.words().get(0))
                    .satisfiesAnyOf(
                        word -> assertThat(DocumentedCommandsIT.RUN).contains(word),
                        word -> assertThat(RUN_ELSEWHERE).containsKey(word)));
    assertThat(RUN_ELSEWHERE.values())
        .allSatisfy(test -> assertThat(Path.of("..").resolve(test)).exists());
  }

  @Test
  void everySkillsFileOfThePagesIsOne() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String page : List.of("docs/skills.md", "docs/programs.md", "README.md")) {
      entries.addAll(Documentation.blocks(page, "yaml"));
    }
    assertThat(entries).hasSizeGreaterThan(1);
    for (String entry : entries) {
      String whole = entry.startsWith("skills:") ? entry : "skills:\n" + entry;
      String done = whole.contains("action: done") ? "" : "  - {action: done, text: done}\n";
      Path file = Files.writeString(temp.resolve("skills.yaml"), whole + done);
      assertThat(SkillLibrary.read(file).actions()).isNotEmpty();
    }
  }

  @Test
  void everySceneOfThePagesIsOne() {
    List<String> scenes = Documentation.blocks("docs/scenes.md", "yaml");
    assertThat(scenes).isNotEmpty();
    SceneReader reader = new SceneReader(KitchenFile.standard());
    assertThat(scenes)
        .filteredOn(scene -> scene.contains("objects:"))
        .allSatisfy(scene -> assertThat(reader.parse("A scene", scene, 7).objects()).isNotEmpty());
  }

  @Test
  void everyTaskOfThePagesHasNoFaultAndItsPlansReachTheGoal() throws IOException {
    List<String> tasks = Documentation.blocks("docs/tasks.md", "json");
    assertThat(tasks).isNotEmpty();
    StringBuilder lines = new StringBuilder();
    for (String task : tasks) {
      lines.append(new JsonMapper().readTree(task)).append('\n');
    }
    Path suite = Files.writeString(temp.resolve("documented.jsonl"), lines);
    TaskReader reader = new TaskReader(KitchenFile.standard());
    Rehearsal rehearsal = new Rehearsal(SkillLibrary.standard(), new KitchenWorlds(reader));
    assertThat(new TaskCheck(reader, new ReferencePlans(rehearsal)).faults(suite.toString()))
        .isEmpty();
  }
}
