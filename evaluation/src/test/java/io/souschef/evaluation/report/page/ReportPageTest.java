package io.souschef.evaluation.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.evaluation.Evaluation;
import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.engine.ThreadEngine;
import io.souschef.evaluation.report.ResultsSection;
import io.souschef.evaluation.report.RunView;
import io.souschef.evaluation.run.RunFolder;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {

  @TempDir Path temp;

  @Test
  void aPageHoldsTablesPlotsAndFailures() {
    String page = new ReportPage().render(List.of(run("today")), temp);
    assertThat(page)
        .contains("Planning evaluation: today", "embedded x learned, scene", "60 of 60 episodes")
        .contains("<svg", "Plan success by family", "Execution success by family", "nouns")
        .contains("against the first", "Where the time went", "Failures")
        .contains("done was chosen, the goal does not hold: coke at the user: 0 of 1");
  }

  @Test
  void aPageNeedsNoOtherFile() {
    assertThat(new ReportPage().render(List.of(run("today")), temp))
        .doesNotContain("http:", "https:", "<script", "<link", "src=\"/");
  }

  @Test
  void twoRunsAreComparedInPairs() {
    assertThat(new ReportPage().render(List.of(run("today"), run("yesterday")), temp))
        .contains("Runs compared")
        .contains("yesterday: embedded x learned, scene", "0 gained, 0 lost of 30 pairs");
  }

  @Test
  void aFolderWithoutARunIsNamed() {
    assertThatThrownBy(() -> RunView.read(temp))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holds no run (there is no run_spec.json)");
  }

  @Test
  void aSectionOfResultsSaysWhatWasMeasured() throws IOException {
    Path page = temp.resolve("results.md");
    ResultsSection.write(page, run("today"));
    assertThat(Files.readString(page))
        .contains("<!-- begin compare-plain -->", "seeds 1 to 3", "Made by `souschef eval`")
        .contains("| configuration | plan success | execution success |")
        .contains("| embedded x none, scene |");
  }

  private RunView run(String name) {
    Path path = temp.resolve(name);
    try (RunFolder folder = RunFolder.open(path, ScriptedEpisodes.spec())) {
      new Evaluation(folder, ScriptedEpisodes.keys())
          .run(new ThreadEngine(new ScriptedEpisodes(), 1), episode -> {});
    }
    return RunView.read(path);
  }
}
