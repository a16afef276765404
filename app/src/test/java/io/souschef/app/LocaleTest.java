package io.souschef.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What machines read is the same wherever it is written. */
class LocaleTest {

  /** Its digits are not ASCII, and neither is its decimal point. */
  private static final Locale FAR = Locale.forLanguageTag("ar-EG-u-nu-arab");

  private final Locale before = Locale.getDefault();

  @TempDir private Path temp;

  @BeforeEach
  void goFar() {
    Locale.setDefault(FAR);
    assertThat("%d".formatted(7)).isNotEqualTo("7");
  }

  @AfterEach
  void comeBack() {
    Locale.setDefault(before);
  }

  @Test
  void filesOfARunHaveTheSameNamesAndDigitsEverywhere() throws IOException {
    Path run = temp.resolve("run");
    List<String> eval =
        List.of(
            "eval",
            "--suite",
            "plain",
            "--family",
            "visit",
            "--say",
            "none",
            "--affordance",
            "analytic",
            "--rates",
            "plan",
            "--steps",
            "2",
            "--out",
            run.toString(),
            "--results",
            temp.resolve("results.md").toString());
    assertThat(Commands.run(eval).code()).isZero();
    int records = Files.readAllLines(run.resolve("episodes.jsonl")).size();
    try (Stream<Path> traces = Files.list(run.resolve("traces"))) {
      assertThat(traces.map(file -> file.getFileName().toString()).toList())
          .hasSize(records)
          .allMatch(name -> name.matches("[\\w.+-]+"));
    }
    for (String name :
        List.of("run_spec.json", "episodes.jsonl", "stats.json", "timings.json", "report.html")) {
      assertThat(run.resolve(name)).content().as(name).doesNotContainPattern("[٠-٩٫٪]");
    }
    assertThat(temp.resolve("results.md")).content().doesNotContainPattern("[٠-٩٫٪]");
  }

  @Test
  void addressesAndRobotFilesHaveAsciiDigits() {
    Commands.Ended printed = Commands.run(List.of("robot", "--print-config", "--port", "9123"));
    assertThat(printed.out()).contains("ws://127.0.0.1:9123").doesNotContainPattern("[٠-٩٫]");
  }

  @Test
  void whatIsShownIsTheSameEverywhere() {
    assertThat(Commands.run(List.of("tasks")).out()).contains("plain", "20 tasks");
    assertThat(Commands.run(List.of("models")).out()).doesNotContainPattern("[٠-٩٫]");
  }
}
