package io.souschef.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.cli.Commands;
import io.souschef.app.cli.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitchenCommandTest {

  @TempDir Path temp;

  private static Commands.Ended run(String... words) {
    return Commands.run(List.of(words));
  }

  private Path begin() {
    Path home = temp.resolve("home.yaml");
    assertThat(run("kitchen", "new", home.toString()).code()).isZero();
    return home;
  }

  @Test
  void aNewKitchenHasNoFault() {
    Commands.Ended ended = run("kitchen", "check", begin().toString());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("7 places, 5 kinds of things, no fault");
    assertThat(ended.code()).isEqualTo(Exit.DONE);
  }

  @Test
  void aFileThatIsThereStaysAsItIs() throws IOException {
    Path mine = Files.writeString(temp.resolve("mine.yaml"), "mine");
    Commands.Ended ended = run("kitchen", "new", mine.toString());
    assertThat(ended.code()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(ended.err()).contains("is there already and stays as it is");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void whatIsNotDescribedIsDescribedAndAllElseStays() throws IOException {
    Path home = begin();
    String text =
        Files.readString(home)
            .replace(
                "category: fruit,\n     attributes: [healthy, green]}", "category: fruit} # mine");
    Files.writeString(home, text);
    Commands.Ended ended = run("kitchen", "check", "--suggest", home.toString());
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("  pear: wrote ");
    List<String> before = text.lines().toList();
    List<String> after = Files.readString(home).lines().toList();
    assertThat(after).hasSameSizeAs(before);
    assertThat(after.stream().filter(line -> !before.contains(line)))
        .singleElement()
        .asString()
        .contains("category: fruit, attributes: [", "food", "healthy", "round", "]} # mine");
    assertThat(run("kitchen", "check", "--suggest", home.toString()).out())
        .as("what is described is left alone")
        .doesNotContain("wrote");
  }

  @Test
  void allFaultsOfAllFilesAreTold() throws IOException {
    Path home = begin();
    Path other = temp.resolve("other.yaml");
    String text = Files.readString(home);
    Files.writeString(
        other,
        text.replace("type: microwave", "type: mikrowave").replace("pear, shape", "teacup, shape"));
    Commands.Ended ended =
        run(
            "kitchen",
            "check",
            temp.resolve("none.yaml").toString(),
            other.toString(),
            home.toString());
    assertThat(ended.code()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(ended.err())
        .contains(
            "none.yaml' does not exist", "did you mean 'microwave'?", "'teacup' stands here twice")
        .hasLineCount(3);
    assertThat(ended.out()).contains("home.yaml: 7 places");
  }

  @Test
  void whatTheRobotCannotLiftIsSaid() throws IOException {
    Path home = begin();
    Files.writeString(home, Files.readString(home).replace("mass_kg: 0.4", "mass_kg: 4"));
    assertThat(run("kitchen", "check", home.toString()).out())
        .contains("cannot pick up the iced tea: too heavy: 4.0 kg, and the arm lifts 1.5 kg");
  }

  @Test
  void showingDrawsAndTriesEveryPlace() throws IOException {
    Path home =
        Files.writeString(
            temp.resolve("small.yaml"),
            """
            name: small
            room: {length: 4.0, width: 3.0}
            furniture:
              - {name: me, type: person, at: [0.5, 0.8], size: [0.4, 0.4, 1.7], color: "#d98f7a"}
              - {name: sill, type: counter, at: [2.2, 2.7], facing: south, size: [0.6, 1.0, 0.85], color: "#cccccc"}
              - {name: attic, type: shelf, at: [3.8, 1.3], facing: west, base: 1.9, levels: 1, floor: 0.1, size: [0.35, 0.8, 0.4], color: "#cccccc"}
            """);
    Commands.Ended ended =
        run(
            "kitchen",
            "show",
            home.toString(),
            "--out",
            temp.resolve("drawn").toString(),
            "--json");
    JsonNode report = new JsonMapper().readTree(ended.out());
    assertThat(report.at("/places")).hasSize(3);
    assertThat(report.at("/places/1/place").asText()).isEqualTo("sill");
    assertThat(report.at("/places/1/reachedShare").asDouble()).isGreaterThan(0.8);
    assertThat(report.at("/places/1/tried/put").isNull()).isTrue();
    assertThat(report.at("/places/2/place").asText()).isEqualTo("attic");
    assertThat(report.at("/places/2/reachedShare").asDouble()).isZero();
    assertThat(report.at("/places/2/tried/put").asText()).isNotEmpty();
    assertThat(temp.resolve("drawn/small-plan.png")).isNotEmptyFile();
    assertThat(temp.resolve("drawn/small-3d.png")).isNotEmptyFile();
  }
}
