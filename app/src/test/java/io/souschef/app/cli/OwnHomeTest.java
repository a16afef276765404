package io.souschef.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command takes a home of the user's own, named on the command line or beside its file. */
class OwnHomeTest {

  private static final String HOME =
      """
      name: studio
      room: {length: 4.0, width: 4.0}
      objects:
        - {noun: stapler, shape: {box: [0.12, 0.04, 0.05]}, mass_kg: 0.2, color: "#333333",
           category: office, attributes: [tool, black], aliases: [paper stapler]}
        - {noun: notebook, shape: {box: [0.15, 0.08, 0.02]}, mass_kg: 0.3, color: "#3355aa",
           category: office}
      furniture:
        - {name: visitor, type: person, at: [0.6, 1.2], size: [0.4, 0.4, 1.7], color: "#d98f7a"}
        - {name: workbench, type: counter, at: [3.6, 2.0], facing: west, size: [0.6, 1.6, 0.85],
           color: "#c7bba8", aliases: [bench]}
      scene:
        objects: [{kind: stapler, at: workbench}]
      """;

  private static final String TASK =
      """
      {"id":"go","family":"verbs","instruction":"go to the workbench","scene":{%s},\
      "goal":{"robot_at":"workbench"},"reference_plans":[["%s the workbench"]]}
      """;

  @TempDir Path temp;
  private Path home = Path.of("");
  private Path suite = Path.of("");

  @BeforeEach
  void write() throws IOException {
    home = Files.writeString(temp.resolve("home.yaml"), HOME);
    suite = temp.resolve("mine.jsonl");
    Files.writeString(suite, TASK.formatted("\"kitchen\":\"home.yaml\"", "go to"));
  }

  private Commands.Ended run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    return Commands.run(all);
  }

  @Test
  void aSuiteFindsTheKitchenBesideItself() {
    Commands.Ended ended = run("tasks", "check", suite.toString());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isEqualTo(Exit.DONE);
  }

  @Test
  void aSuiteThatNamesNoKitchenTakesTheOneOfTheCommand() throws IOException {
    Files.writeString(suite, TASK.formatted("", "go to"));
    assertThat(run("tasks", "check", suite.toString()).err()).contains("'workbench' is unknown");
    assertThat(run("tasks", "check", suite.toString(), "--kitchen", home.toString()).code())
        .isEqualTo(Exit.DONE);
  }

  @Test
  void aKitchenThatIsNotThereIsNamedWithItsTask() throws IOException {
    Files.writeString(suite, TASK.formatted("\"kitchen\":\"elsewhere\"", "go to"));
    assertThat(run("tasks", "check", suite.toString()).err())
        .contains("line 1, field scene.kitchen: there is no kitchen 'elsewhere'");
  }

  @Test
  void skillsAreSaidInItsWords() {
    Commands.Ended ended = run("skills", "--kitchen", home.toString());
    assertThat(ended.out()).contains("find a stapler", "go to the workbench");
    assertThat(ended.out()).doesNotContain("coke", "fridge");
  }

  @Test
  void aRobotFileSpeaksOfItsPlaces() {
    assertThat(run("robot", "--kitchen", home.toString(), "--print-config").out())
        .contains("workbench", "stapler");
  }

  @Test
  void aTaskOfItsSuiteIsPlayedThere() {
    Commands.Ended ended =
        run(
            "run",
            "--task",
            suite + ":go",
            "--plan",
            "steps",
            "--out",
            temp.resolve("episode").toString());
    assertThat(ended.out()).contains("The task's goal holds");
  }

  @Test
  void aRunFolderTakesNoOtherKitchenAndNoOtherSkills() throws IOException {
    Path skills = temp.resolve("skills.yaml");
    String words =
        "skills:\n  - {action: go_to, text: \"walk to {the place}\","
            + " arguments: {place: place}}\n  - {action: done, text: done}\n";
    Files.writeString(skills, words);
    Files.writeString(suite, TASK.formatted("\"kitchen\":\"home.yaml\"", "walk to"));
    String[] eval = {
      "eval",
      "--suite",
      suite.toString(),
      "--say",
      "reference",
      "--rates",
      "plan",
      "--skills",
      skills.toString(),
      "--out",
      temp.resolve("run").toString()
    };
    assertThat(run(eval).out()).contains("plan success      100% [21, 100], 1 of 1");
    assertThat(run(eval).code()).isEqualTo(Exit.DONE);
    Files.writeString(home, HOME.replace("0.85", "0.84"));
    assertThat(run(eval).err())
        .contains("holds another run (it was made with another version of kitchen ")
        .contains("home.yaml");
    Files.writeString(home, HOME);
    Files.writeString(skills, words + "  - {action: bring, text: come back to me}\n");
    assertThat(run(eval).err()).contains("another version of skills");
  }

  @Test
  void faultsOfTheHomeAreToldBeforeAnythingRuns() throws IOException {
    Files.writeString(home, HOME.replace("type: counter", "type: countre"));
    for (String[] command :
        List.of(
            new String[] {"skills"},
            new String[] {"robot", "--print-config"},
            new String[] {"run", "bring me the stapler"},
            new String[] {"eval", "--suite", suite.toString()})) {
      List<String> words = new ArrayList<>(List.of(command));
      words.addAll(List.of("--kitchen", home.toString()));
      Commands.Ended ended = Commands.run(words);
      assertThat(ended.code()).isEqualTo(Exit.USER_MISTAKE);
      assertThat(ended.err())
          .contains("home.yaml', line 10, field furniture.1.type: ")
          .contains("did you mean 'counter'?")
          .hasLineCount(1);
    }
  }
}
