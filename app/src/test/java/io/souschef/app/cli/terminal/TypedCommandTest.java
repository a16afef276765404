package io.souschef.app.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypedCommandTest {

  private static final Path HERE = Path.of("").toAbsolutePath();

  private static String typed(String... arguments) {
    return TypedCommand.of(List.of(arguments));
  }

  @Test
  void aPathInTheWorkingDirectoryIsRelativeToIt() {
    String page = HERE.resolve("docs/results.md").toString();
    assertThat(typed("bench", "sim", "--results", page))
        .isEqualTo("./souschef bench sim --results docs/results.md");
    assertThat(typed("bench", "sim", "--results=" + page))
        .isEqualTo("./souschef bench sim --results=docs/results.md");
    assertThat(typed("eval", "--out", HERE.toString())).isEqualTo("./souschef eval --out .");
  }

  @Test
  void ofAPathElsewhereOnlyTheNameIsTold() {
    Path elsewhere = HERE.resolveSibling("secret").resolve("page.md");
    assertThat(typed("train", "say", "--results", elsewhere.toString()))
        .isEqualTo("./souschef train say --results page.md");
    assertThat(typed("train", "say", "--results=../../secret/page.md"))
        .isEqualTo("./souschef train say --results=page.md");
  }

  @Test
  void whatIsNoPathStaysAsTyped() {
    assertThat(typed("eval", "--llm", "openai:http://localhost:8089#smollm2", "--out", "runs/x"))
        .isEqualTo("./souschef eval --llm openai:http://localhost:8089#smollm2 --out runs/x");
    assertThat(typed("run", "bring me a coke")).isEqualTo("./souschef run 'bring me a coke'");
  }
}
