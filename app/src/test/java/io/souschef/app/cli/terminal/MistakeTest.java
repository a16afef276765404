package io.souschef.app.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.Main;
import io.souschef.app.view.Ink;
import io.souschef.planner.usefulness.ScoringException;
import io.souschef.skills.execution.RobotException;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.failure.MachineException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakeTest {

  @TempDir private Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rnu hi                       | did you mean 'run'?
          run hi --affordnce learned   | did you mean '--affordance'?
          run hi --affordance x        | no value function 'x'; pass learned, learned:<file.onnx>, analytic or none
          run hi --steps many          | '--steps': 'many' is no whole number from -2147483648 to 2147483647
          run hi --seed 99999999999999999999 | is no whole number from
          train say --start huge       | 'huge' is none of minilm, bge-small, e5-small
          tasks check                  | see `souschef tasks check --help`
          tasks list                   | see `souschef tasks list --help`
          eval --episodes 0            | must be at least 1
          eval --ask sometimes          | --ask must be unsure, never, or a target between 0 and 1
          eval --ask 1.5                | --ask must be unsure, never, or a target between 0 and 1
          eval --llm openai:http://localhost:9#x --plan program --ask 0.85 | needs a calibrated language model
          run --ask 0.0 _               | A target must lie between 0 and 1
          eval --seed 9223372036854775807 --episodes 2 | so small that there are as many after it
          eval --episodes 2147483647   | --episodes must be at most 1000000
          completion powershell        | is none of bash, zsh, fish
          bench simm                   | web, scale, speed; did you mean 'sim'? See `souschef bench --help`
          skills table                 | 'table' is one word too many; see `souschef skills --help`
          """)
  void aMistakeIsSaidInWordsThatAUserKnows(String line, String message) {
    assertThat(run(line.split(" "))).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains(message).doesNotContain("java.", "Integer", "[LEARNED");
    assertThat(err.toString().strip().lines()).hasSize(1);
  }

  @Test
  void aWordThatBeginsWithAnAtSignNamesNoFileOfArguments() throws IOException {
    Path arguments = Files.writeString(temp.resolve("arguments"), "--no-such-option");
    assertThat(run("tasks", "list", "@" + arguments)).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains("There is no suite '@" + arguments + "'");
  }

  @Test
  void everyFaultOfEverySuiteIsNamed() throws IOException {
    String task =
        "{\"id\":\"%s\",\"family\":\"a\",\"instruction\":\"go\",\"scene\":{},\"goal\":{\"robot_at\":\"%s\"}}\n";
    Path bad =
        Files.writeString(
            temp.resolve("bad.jsonl"),
            task.formatted("a", "table")
                + task.formatted("a", "sink")
                + task.formatted("b", "moon"));
    assertThat(run("tasks", "check", "no-such", bad.toString(), "plain"))
        .isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString())
        .contains("There is no suite 'no-such'")
        .contains("line 2, field id: 'a' is the id of line 1 already")
        .contains("line 3, field goal: place 'moon' is unknown");
    assertThat(out.toString()).contains("plain.jsonl: 20 tasks, no fault");
  }

  @Test
  void helpTellsExitCodes() {
    assertThat(run("tasks", "check", "--help")).isZero();
    assertThat(out.toString()).contains("Exit codes:", "2   a mistake in the command or in a file");
  }

  @ParameterizedTest
  @CsvSource({"bash, complete", "zsh, bashcompinit", "fish, complete -c souschef"})
  void aShellCanCompleteCommandsAndOptions(String shell, String words) {
    assertThat(run("completion", shell)).isZero();
    assertThat(out.toString())
        .contains(words, "affordance", "completion", "analytic")
        .doesNotContain("ANALYTIC");
  }

  @Test
  void everyKindOfFailureHasItsSentenceAndItsCode() {
    assertThat(Failure.of(new InvalidInputException("no\u001b")).sentence()).isEqualTo("no\\u001b");
    assertThat(Failure.of(new InvalidInputException("no")).code()).isEqualTo(2);
    assertThat(Failure.of(new IllegalStateException("x", new RobotException("gone"))))
        .isEqualTo(new Failure("gone", 1));
    assertThat(Failure.of(new ScoringException("slow")).code()).isEqualTo(1);
    assertThat(Failure.of(new MachineException("full", new IOException())).code()).isEqualTo(1);
    assertThat(
            Failure.of(
                new UncheckedIOException("'a' broke", new IOException("No space left on device"))))
        .isEqualTo(
            new Failure(
                "'a' broke (no space left on device); free space there, or choose a folder that can"
                    + " be written",
                1));
    assertThat(Failure.of(new IllegalStateException("x", new OutOfMemoryError())).sentence())
        .contains("SOUSCHEF_HEAP=2g");
    assertThat(Failure.of(new UnsatisfiedLinkError("libx")).sentence()).contains("libx");
    assertThat(Failure.of(new IllegalStateException("x")).code()).isEqualTo(3);
  }

  @Test
  void whatAnyPartPrintsDoesNotSteerTheTerminal() {
    PrintWriter writer = new PrintWriter(new TerminalWriter(out));
    writer.print(
        new Ink(true).good("✓") + " a\u001b[2Jb\u0007\r\u001b[Kc\rd\u009b1m\u001b[32m✓\u001b[0m\n");
    writer.flush();
    assertThat(out.toString())
        .isEqualTo(
            "\u001b[32m✓\u001b[0m a\\u001b[2Jb\\u0007\\r"
                + "\\u001b[Kc\\r"
                + "d\\u009b1m\\u001b[32m✓\\u001b[0m\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run --out _ hi             | option '--out': a path is wanted, got nothing
          run --scene _ hi          | Scene file '' is a folder; name a file
          eval --results _            | option '--results': a path is wanted, got nothing
          run --max-time nan hi       | time': 'nan' is no number such as 12 or 0.5
          run --max-time 0x1p3 hi     | time': '0x1p3' is no number such as 12 or 0.5
          run --max-robot-time 1e999 hi | time': '1e999' is no number such as 12 or 0.5
          run --max-time 5d hi        | time': '5d' is no number such as 12 or 0.5
          run --json=maybe hi         | souschef: 'maybe' behind option '--json' is one word too many
          run --clock _ hi           | --clock must be a time of day like 22:30, got
          run --threads 100000 hi     | --threads must be from 1 to 1024, got 100000
          eval --threads 0            | --threads must be from 1 to 1024, got 0
          bench say --llm openai:http://localhost:1#m | leave out --llm, or take bench decision
          robot --token _ --host 0.0.0.0 | --token must have 16 characters at least, got 0
          robot --token short         | --token must have 16 characters at least, got 5
          robot --origin evil         | souschef: 'evil' is no origin of web pages
          robot --origin *            | souschef: '*' is no origin of web pages
          robot --origin https://a.example/path | souschef: 'https://a.example/path' is no origin of web pages
          robot --origin http://pages.example:99999 | souschef: The origin 'http://pages.example:99999' has the port 99999; ports are from 1 to 65535
          robot --origin http://[::1]:0 | has the port 0; ports are from 1 to 65535
          run --llm openai:http://localhost:99999#m hi | has the port 99999; ports are from 1 to 65535
          run --SEED 1 hi             | There is no option '--SEED'; did you mean '--seed'
          """)
  void whatCannotBeMeantIsRefusedInASentence(String line, String sentence) {
    String[] words =
        Arrays.stream(line.split(" "))
            .map(word -> word.equals("_") ? "" : word)
            .toArray(String[]::new);
    assertThat(run(words)).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).hasLineCount(1);
  }
}
