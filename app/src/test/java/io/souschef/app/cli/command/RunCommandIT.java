package io.souschef.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.Main;
import io.souschef.app.cli.terminal.Exit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code run} from its arguments to its files, on the real parts. */
class RunCommandIT {

  @TempDir Path folder;

  /** What a command printed and ended with. */
  private record Ended(int code, String out, String err) {}

  private static Ended souschef(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
    return new Ended(code, out.toString(), err.toString());
  }

  private List<String> trace(Path run) throws IOException {
    try (Stream<String> lines = Files.lines(run.resolve("trace.jsonl"))) {
      return lines.filter(line -> !line.contains("\"event\":\"timed\"")).toList();
    }
  }

  @Test
  void aPlainRequestIsDoneAndLeavesTracePicturesPageAndRecording() throws IOException {
    Path out = folder.resolve("run");
    Path mcap = folder.resolve("run.mcap");
    Ended ended =
        souschef(
            "run",
            "--out",
            out.toString(),
            "--record",
            mcap.toString(),
            "bring",
            "me",
            "a",
            "coke");
    assertThat(ended.code()).as(ended.err()).isZero();
    Path exported = folder.resolve("exported.mcap");
    assertThat(souschef("export", out.toString(), "--mcap", exported.toString()).code()).isZero();
    assertThat(mcap).hasSameBinaryContentAs(exported);
    assertThat(Files.readString(mcap, StandardCharsets.ISO_8859_1))
        .startsWith("\u0089MCAP0\r\n")
        .endsWith("\u0089MCAP0\r\n")
        .contains(
            "/souschef/decisions", "/souschef/image", "/tf", "/detections", "bring me a coke");
    assertThat(ended.out())
        .contains("Step 1", "say", "can", "coke-1 is with the user now", "index.html");
    assertThat(out)
        .isDirectoryContaining("glob:**/trace.jsonl")
        .isDirectoryContaining("glob:**/index.html")
        .isDirectoryContaining("glob:**/top.png")
        .isDirectoryContaining("glob:**/overview.png")
        .isDirectoryNotContaining("glob:**/.part*");
  }

  @Test
  void whatThePolicyForbidsIsRefusedInItsWordsAndNothingMoves() throws IOException {
    Path policy =
        Files.writeString(
            folder.resolve("policy.yaml"),
            "rules: [{rule: nothing sharp to people, things: sharp, to: person}]");
    Path out = folder.resolve("run");
    Ended ended =
        souschef(
            "run",
            "--json",
            "--policy",
            policy.toString(),
            "--out",
            out.toString(),
            "bring me a fork");
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .contains("\"REFUSED\"", "The policy forbids it: nothing sharp to people")
        .contains("\"plan\" : [ ]");
    assertThat(Files.readString(out.resolve("index.html"))).contains("nothing sharp to people");
  }

  @Test
  void atALimitTheHandIsEmptiedAndTheEndSaysWhichItWas() throws IOException {
    Path out = folder.resolve("run");
    Path script = Files.writeString(folder.resolve("program.js"), "bring(\"coke\");");
    // Found and picked up within half a minute; the way to the user runs into the limit.
    Path scene =
        Files.writeString(
            folder.resolve("scene.yaml"),
            "robot: {at: table}\nobjects:\n  - {kind: coke, at: table}\n");
    Ended ended =
        souschef(
            "run",
            "--json",
            "--program",
            script.toString(),
            "--scene",
            scene.toString(),
            "--max-robot-time",
            "1",
            "--out",
            out.toString());
    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .contains("\"ROBOT_TIME_LIMIT\"", "The limit of 1 s of robot time was reached");
    assertThat(trace(out)).last().asString().contains("ROBOT_TIME_LIMIT");
    assertThat(Files.readString(out.resolve("index.html"))).contains("1 s of robot time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--max-time=0",
        "--max-robot-time=-3",
        "--max-tokens=0",
        "--max-tokens=100",
        "--clock=25:00",
        "--policy=nowhere.yaml"
      })
  void termsThatMakeNoSenseAreAUsersMistake(String option) {
    Ended ended =
        souschef("run", "--json", option, "--out", folder.resolve("no").toString(), "hello");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains(
            option
                .substring(0, option.indexOf('='))
                .replace("--policy", "Policy file 'nowhere.yaml' does not exist"));
    assertThat(folder.resolve("no")).doesNotExist();
  }

  @Test
  void theSameSeedGivesTheSameTraceWithOneThreadAndWithTwo() throws IOException {
    List<List<String>> traces = new java.util.ArrayList<>();
    for (String threads : List.of("1", "2", "2")) {
      Path out = folder.resolve("run" + traces.size());
      souschef(
          "run",
          "--json",
          "--seed",
          "5",
          "--threads",
          threads,
          "--out",
          out.toString(),
          "put the sponge on the table");
      traces.add(trace(out));
    }
    assertThat(traces.get(0)).hasSizeGreaterThan(3);
    assertThat(traces.get(1)).isEqualTo(traces.get(0));
    assertThat(traces.get(2)).isEqualTo(traces.get(0));
  }

  @Test
  void anotherSeedGivesAnotherTrace() throws IOException {
    souschef(
        "run", "--json", "--seed", "1", "--out", folder.resolve("a").toString(), "go to the sink");
    souschef(
        "run", "--json", "--seed", "2", "--out", folder.resolve("b").toString(), "go to the sink");
    assertThat(trace(folder.resolve("a"))).isNotEqualTo(trace(folder.resolve("b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run|The instruction is empty",
        "run|   |The instruction is empty",
        "run|ring the \u0007 bell|control character U+0007",
        "run|hi|--seed|many|--seed",
        "run|hi|--steps|0|--steps",
        "run|hi|--threads|0|--threads",
        "run|hi|--speed|warp|--speed",
        "run|hi|--llm|oracle|oracle",
        "run|hi|--llm|embedded:missing.onnx|missing.onnx",
        "run|hi|--scene|missing.yaml|missing.yaml",
        "run|hi|--skills|missing.yaml|missing.yaml",
        "run|--task|plain:none-such|none-such",
        "run|--task|nowhere|nowhere",
        "run|hi|--out|/proc/souschef|cannot be written",
        "run|hi|--colour|--colour",
        "dance|dance",
      })
  void aUsersMistakeEndsInOneClearLine(String line) {
    String[] parts = line.split("\\|");
    String[] arguments = java.util.Arrays.copyOf(parts, parts.length - 1);
    Ended ended = souschef(arguments);
    assertThat(ended.code()).as(ended.err()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.err()).startsWith("souschef: ").contains(parts[parts.length - 1]);
  }

  @Test
  void anEndlessInstructionIsRefused() {
    assertThat(souschef("run", "x".repeat(100_000)).err()).contains("100,000 characters");
  }

  @Test
  void aMalformedSceneIsNamedByFileAndFieldAndLeavesNothing() throws IOException {
    Path scene =
        Files.writeString(
            folder.resolve("scene.yaml"), "objects:\n  - {kind: unicorn, at: table}\n");
    Path out = folder.resolve("run");
    Ended ended = souschef("run", "hi", "--scene", scene.toString(), "--out", out.toString());
    assertThat(ended.code()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(ended.err()).contains("scene.yaml", "unicorn");
    assertThat(out).doesNotExist();
  }

  @Test
  void aMalformedSkillsFileLeavesNothing() throws IOException {
    Path skills = Files.writeString(folder.resolve("skills.yaml"), "skills: [");
    Path out = folder.resolve("run");
    Ended ended = souschef("run", "hi", "--skills", skills.toString(), "--out", out.toString());
    assertThat(ended.code()).isEqualTo(Exit.USER_MISTAKE);
    assertThat(ended.err()).contains("skills.yaml");
    assertThat(out).doesNotExist();
  }

  @Test
  void theKitchenHasAtLeastAsManySkillsAsThePapers() {
    Ended ended = souschef("skills");
    assertThat(ended.code()).isZero();
    assertThat(ended.out().lines()).hasSizeGreaterThanOrEqualTo(551).doesNotHaveDuplicates();
  }

  @Test
  void theDoctorFindsThisMachineHealthy() {
    Ended ended = souschef("doctor", "--out", folder.toString());
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.out()).contains("language model", "value function").doesNotContain("✗");
  }
}
