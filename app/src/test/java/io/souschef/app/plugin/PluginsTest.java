package io.souschef.app.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.cli.Commands;
import io.souschef.planner.episode.EpisodeEvent;
import io.souschef.planner.episode.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars of strangers at the command line, well-behaved and not. */
class PluginsTest extends PluginCase {

  @Test
  void everyPortIsTakenFromAJar(@TempDir Path out) throws IOException {
    Commands.Ended ended =
        run(out, "--llm", "my", "--affordance", "sure", "--robot", "cart", "--user", "me");
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode summary = new JsonMapper().readTree(ended.out());
    assertThat(summary.at("/outcome").asText()).isEqualTo("DONE");
    assertThat(summary.at("/plan/0").asText()).isEqualTo("go to the table");
    assertThat(Trace.read(out.resolve("trace.jsonl")).get(0))
        .isInstanceOfSatisfying(
            EpisodeEvent.Started.class,
            started -> {
              assertThat(started.say()).isEqualTo("my model");
              assertThat(started.can()).isEqualTo("sure");
              assertThat(started.settings()).containsEntry("robot", "cart");
            });
  }

  @Test
  void whatWritesProgramsPlansByThem(@TempDir Path out) throws IOException {
    Commands.Ended ended =
        run(out, "--llm", "my:writes", "--affordance", "sure", "--robot", "cart");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(new JsonMapper().readTree(ended.out()).at("/plan/0").asText())
        .isEqualTo("go to the table");
  }

  @Test
  void anEvaluationUsesThemAndRemembersTheirHash(@TempDir Path temp) throws IOException {
    Path suite =
        Files.writeString(
            temp.resolve("mine.jsonl"),
            """
            {"id":"go","family":"verbs","instruction":"go to the table","scene":{},"goal":{"robot_at":"table"}}
            """);
    List<String> words = List.of("eval --rates plan --llm my --affordance sure --suite".split(" "));
    List<String> arguments = new ArrayList<>(words);
    arguments.addAll(
        List.of(suite.toString(), "--plugin", jar.toString(), "--out", temp + "/run", "--json"));
    Commands.Ended ended = Commands.run(arguments);
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(
            new JsonMapper()
                .readTree(ended.out())
                .at("/configurations/0/all/plan/success/successes")
                .asInt())
        .isEqualTo(1);
    JsonNode spec = new JsonMapper().readTree(temp.resolve("run/run_spec.json").toFile());
    assertThat(spec.at("/plan/models/plug-in strangers.jar").asText()).hasSize(64);
    arguments.set(arguments.indexOf("sure"), "sturdy");
    assertThat(Commands.run(arguments).err()).contains("There is no value function 'sturdy'");
  }

  @Test
  void aBenchMeasuresPortsOfAJar() throws IOException {
    Commands.Ended ended =
        Commands.run(
            List.of(
                "bench",
                "decision",
                "can",
                "--json",
                "--plugin",
                jar.toString(),
                "--llm",
                "my",
                "--affordance",
                "sure",
                "--robot",
                "cart"));
    assertThat(ended.code()).as(ended.err()).isZero();
    JsonNode measured = new JsonMapper().readTree(ended.out());
    assertThat(measured.at("/decision/skills").asInt()).isBetween(1, 100);
    assertThat(measured.at("/can/candidates").asInt()).isBetween(1, 100);
  }
}
