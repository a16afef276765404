package io.souschef.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.cli.Main;
import io.souschef.app.cli.terminal.Exit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {

  private static final String TASK =
      """
      {"id":"%s","family":"%s","instruction":"come here","scene":{"robot":{"at":"table"}},\
      "goal":{"robot_at":"%s"}%s}
      """;

  @TempDir Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path suite = Path.of("");

  @BeforeEach
  void writeSuite() throws IOException {
    suite = temp.resolve("mine.jsonl");
    Files.writeString(
        suite,
        TASK.formatted("come", "verbs", "user", "")
            + TASK.formatted("stay", "nouns", "table", ",\"holds_at_start\":true"));
  }

  @Test
  void anEvaluationLeavesAFolderAndPrintsItsFigures() throws IOException {
    assertThat(eval("--json", "--episodes", "2")).isEqualTo(Exit.DONE);
    JsonNode printed = new JsonMapper().readTree(out.toString());
    assertThat(printed.at("/episodes").asInt()).isEqualTo(4);
    assertThat(printed.at("/configurations/0/families").fieldNames())
        .toIterable()
        .containsExactly("nouns", "verbs");
    assertThat(printed.at("/configurations/0/all/execution/success/trials").asInt()).isEqualTo(4);
    Path run = temp.resolve("run");
    assertThat(new JsonMapper().readTree(run.resolve("stats.json").toFile())).isEqualTo(printed);
    assertThat(run.resolve("report.html")).isNotEmptyFile();
    assertThat(run.resolve("episodes.jsonl")).content().hasLineCount(4);
    try (var traces = Files.list(run.resolve("traces"))) {
      assertThat(traces).hasSize(8);
    }
  }

  @Test
  void aFinishedRunIsNotRunAgain() throws IOException {
    eval();
    byte[] log = Files.readAllBytes(temp.resolve("run/episodes.jsonl"));
    assertThat(eval()).isEqualTo(Exit.DONE);
    assertThat(temp.resolve("run/episodes.jsonl")).hasBinaryContent(log);
  }

  @Test
  void aFaultySuiteStopsBeforeAnyEpisode() throws IOException {
    Files.writeString(suite, TASK.formatted("go", "verbs", "moon", ""));
    assertThat(eval()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString())
        .startsWith("souschef: Suite '" + suite + "', line 1, field goal: place 'moon' is unknown")
        .hasLineCount(1);
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @Test
  void aLineThatIsNoJsonStopsBeforeAnyEpisode() throws IOException {
    Files.writeString(suite, TASK.formatted("come", "verbs", "user", "") + "{\"id\": \"go\",\n");
    assertThat(eval()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString())
        .startsWith("souschef: Suite '" + suite + "', line 2")
        .hasLineCount(1);
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @Test
  void aGoalThatHoldsAlreadyStopsBeforeAnyEpisode() throws IOException {
    Files.writeString(suite, TASK.formatted("stay", "nouns", "table", ""));
    assertThat(eval()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains("line 1, field goal: it holds before anything is done");
    assertThat(temp.resolve("run")).doesNotExist();
  }

  @Test
  void referencePlansTakeThePlannersPlace() throws IOException {
    assertThat(eval("--say", "reference")).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString())
        .contains("line 1, field reference_plans: --say reference needs a plan for each task");
    Files.writeString(
        suite,
        TASK.formatted("come", "verbs", "user", ",\"reference_plans\":[[\"go to the user\"]]"));
    assertThat(eval("--say", "reference")).isEqualTo(Exit.DONE);
    assertThat(out.toString())
        .contains("reference x none, scene", "execution success 100% [21, 100], 1 of 1");
  }

  @Test
  void anUnknownEngineIsNamed() {
    assertThat(eval("--engine", "steam")).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains("There is no engine 'steam' on the class path");
  }

  @Test
  void onlyTheWantedFamiliesAreRun() throws IOException {
    assertThat(eval("--family", "nouns", "--rates", "plan")).isEqualTo(Exit.DONE);
    assertThat(temp.resolve("run/episodes.jsonl")).content().hasLineCount(1).contains("\"stay\"");
    assertThat(eval("--family", "poems")).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains("has no task of family poems");
  }

  @Test
  void aSectionOfResultsIsWrittenAndTheRunReportedAgain() {
    Path results = temp.resolve("results.md");
    eval("--results", results.toString(), "--rates", "plan");
    assertThat(results)
        .content()
        .contains("<!-- begin eval-mine-none-analytic", "none x analytic, scene")
        .contains("Made by `./souschef eval --suite mine.jsonl --out run ")
        .doesNotContain(temp.toString());
    assertThat(run("report", temp.resolve("run").toString())).isEqualTo(Exit.DONE);
    assertThat(out.toString()).contains("report " + temp.resolve("run/report.html"));
  }

  @Test
  void suitesAreCheckedAndListed() throws IOException {
    assertThat(run("tasks", "check", suite.toString())).isEqualTo(Exit.DONE);
    assertThat(run("tasks", "list", suite.toString())).isEqualTo(Exit.DONE);
    assertThat(out.toString()).contains("mine.jsonl: 2 tasks, no fault", "come here");
    Files.writeString(
        suite,
        TASK.formatted("a", "verbs", "table", "")
            + TASK.formatted("b", "verbs", "user", ",\"reference_plans\":[[\"go to the sink\"]]"));
    assertThat(run("tasks", "check", suite.toString())).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString())
        .contains("line 1, field goal: it holds before anything is done")
        .contains("line 2, field reference_plans.0: the goal does not hold after it");
  }

  private int eval(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("eval", "--suite", suite.toString(), "--out", temp.resolve("run").toString()));
    arguments.addAll(List.of("--affordance", "analytic", "--steps", "2"));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--say")) {
      arguments.addAll(List.of("--say", "none"));
    }
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
  }
}
