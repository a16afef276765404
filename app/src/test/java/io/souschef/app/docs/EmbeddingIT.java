package io.souschef.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.souschef.app.cli.Commands;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real output fits the schemas, and the page's Python reads it. */
class EmbeddingIT {

  @TempDir private static Path temp;
  private static String printed = "";

  @BeforeAll
  static void run() {
    Commands.Ended ended =
        Commands.run(
            List.of("run", "--json", "--out", temp.resolve("run").toString(), "bring me a coke"));
    assertThat(ended.code()).as(ended.err()).isZero();
    printed = ended.out();
  }

  @Test
  void whatRunPrintsAndItsTraceFit() throws IOException {
    assertThat(new Schema("run-1.schema.json").faults(printed)).isEmpty();
    Schema lines = new Schema("trace-1.schema.json");
    List<String> trace = Files.readAllLines(temp.resolve("run/trace.jsonl"));
    assertThat(trace).hasSizeGreaterThan(10);
    for (String line : trace) {
      assertThat(lines.faults(line)).as(line).isEmpty();
    }
  }

  @Test
  void aTraceOfStepsFits() throws IOException {
    Commands.Ended ended =
        Commands.run(
            List.of(
                "run",
                "--json",
                "--plan",
                "steps",
                "--steps",
                "2",
                "--out",
                temp.resolve("steps").toString(),
                "go to the sink"));
    assertThat(new Schema("run-1.schema.json").faults(ended.out())).isEmpty();
    Schema lines = new Schema("trace-1.schema.json");
    for (String line : Files.readAllLines(temp.resolve("steps/trace.jsonl"))) {
      assertThat(lines.faults(line)).as(line).isEmpty();
    }
  }

  @Test
  void thePagesPythonReadsIt() throws IOException, InterruptedException {
    String python = "python3";
    assumeTrue(isThere(python), "python3 is not on the PATH; its snippet was not tried");
    String snippet = Documentation.blocks("docs/embedding.md", "python").get(0);
    Path work = Files.createDirectories(temp.resolve("work"));
    Path script = Files.writeString(work.resolve("snippet.py"), snippet);
    Path summary = Files.writeString(work.resolve("summary.json"), printed);
    Path souschef =
        Files.writeString(work.resolve("souschef"), "#!/bin/sh\ncat '" + summary + "'\n");
    assertThat(souschef.toFile().setExecutable(true)).isTrue();
    Process process =
        new ProcessBuilder(python, script.toString())
            .directory(work.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    JsonNode run = new JsonMapper().readTree(printed);
    assertThat(said).contains(run.path("outcome").asText()).contains("say", "can");
    run.path("plan").forEach(skill -> assertThat(said).contains(skill.asText()));
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
