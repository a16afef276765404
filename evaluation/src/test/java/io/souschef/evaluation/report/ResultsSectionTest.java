package io.souschef.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.evaluation.Ablation;
import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.statistics.Statistics;
import io.souschef.evaluation.statistics.Timings;
import io.souschef.planner.PlanMode;
import io.souschef.planner.usefulness.PlanPrompt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsSectionTest {

  private static final String SERVED = "openai:http://localhost:8089#SmolLM2";

  @TempDir Path temp;

  @Test
  void theUsualPlannerHasTheSuitesOwnSection() throws IOException {
    assertThat(written(Configuration.USUAL))
        .contains("<!-- begin eval-plain -->", "## Suite plain\n");
  }

  @Test
  void anotherLanguageModelHasASectionOfItsOwn() throws IOException {
    written(Configuration.USUAL);

    assertThat(written(served()))
        .contains("<!-- end eval-plain -->")
        .contains("<!-- begin eval-plain-openai-http-localhost-8089-smollm2 -->")
        .contains("## Suite plain with " + SERVED + "\n");
  }

  @Test
  void anotherValueFunctionOrPromptHasASectionOfItsOwn() throws IOException {
    assertThat(written(new Configuration("embedded", "analytic", PlanPrompt.Style.PAPER)))
        .contains("<!-- begin eval-plain-analytic-paper -->")
        .contains("## Suite plain with analytic, paper\n");
  }

  @Test
  void referencePlansHaveASectionOfTheirOwn() throws IOException {
    assertThat(
            written(
                new Configuration(
                    Configuration.REFERENCE, Configuration.NONE, PlanPrompt.Style.SCENE)))
        .contains("<!-- begin reference-plain -->");
  }

  @Test
  void rehearsingAndBothAtOnceHaveSectionsAndRowsOfTheirOwn() throws IOException {
    assertThat(written(List.of(Configuration.USUAL, planned(PlanMode.REHEARSED))))
        .contains("with and without rehearsing\n")
        .contains("program rehearsed");
    assertThat(
            written(List.of(planned(PlanMode.STEPS), Configuration.USUAL, planned(PlanMode.JOINT))))
        .contains("with programs, steps and both at once\n")
        .contains("program and steps");
  }

  private static Configuration planned(PlanMode mode) {
    return new Configuration("embedded", "learned", PlanPrompt.Style.SCENE, mode);
  }

  @Test
  void comparisonsOfOtherLanguageModelsHaveSectionsOfTheirOwn() throws IOException {
    written(Ablation.of("embedded"));

    assertThat(written(List.of(Configuration.USUAL, served())))
        .contains("<!-- end compare-plain -->")
        .contains("<!-- begin compare-plain-embedded-openai-http-localhost-8089-smollm2 -->");
  }

  private static Configuration served() {
    return new Configuration(SERVED, "learned", PlanPrompt.Style.SCENE);
  }

  private String written(Configuration only) throws IOException {
    return written(List.of(only));
  }

  /** The page after a run of one task in these configurations. */
  private String written(List<Configuration> configurations) throws IOException {
    RunSpec.Plan plan = ScriptedEpisodes.spec().plan();
    RunSpec spec =
        new RunSpec(
            new RunSpec.Plan(
                List.of(new RunSpec.SuiteFingerprint("plain", "abc", 1)),
                configurations,
                plan.models(),
                List.of(1L),
                plan.stepLimit(),
                plan.rates(),
                plan.scores()),
            ScriptedEpisodes.spec().provenance());
    List<String> names = configurations.stream().map(Configuration::name).toList();
    List<EpisodeRecord> episodes =
        names.stream()
            .map(name -> ScriptedEpisodes.episode(new EpisodeKey("plain", "task-0", 1, name)))
            .toList();
    Path page = temp.resolve("results.md");
    ResultsSection.write(
        page,
        new RunView(
            temp,
            spec,
            episodes,
            Statistics.of(spec.episodes(), names, episodes),
            Timings.of(episodes, List.of())));
    return Files.readString(page);
  }
}
