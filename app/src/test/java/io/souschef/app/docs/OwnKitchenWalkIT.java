package io.souschef.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.terminal.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's walk: docs/own-kitchen.md, followed to the letter in an empty folder. */
class OwnKitchenWalkIT {

  private static final Path PAGE = Path.of("..", "docs", "own-kitchen.md");

  private static final Pattern STEP =
      Pattern.compile("(?ms)^```([^\\n]*)\\n(.*?)^```$|^    \\./souschef ([^\\n]*)$");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
  private static final int PATIENCE_S = 240;

  @TempDir Path folder;
  private final List<String> ran = new ArrayList<>();
  private String said = "";
  private int code;

  @Test
  void thePageLeadsFromAnEmptyFolderToAPlanInAHomeOfOnesOwn() throws Exception {
    Matcher step = STEP.matcher(Files.readString(PAGE));
    while (step.find()) {
      if (step.group(3) != null) {
        type(step.group(3));
      } else if (step.group(1).isEmpty()) {
        assertThat(said.lines().toList()).containsExactlyElementsOf(step.group(2).lines().toList());
        assertThat(code).isEqualTo(Exit.USER_MISTAKE);
        code = Exit.DONE;
      } else {
        write(step.group(1).split(" ", -1), step.group(2));
      }
    }
    assertThat(code).isZero();
    assertThat(ran).hasSizeGreaterThanOrEqualTo(9);
    assertThat(folder.resolve("episode/trace.jsonl")).content().contains("pear");
    assertThat(folder.resolve("home-plan.png")).isNotEmptyFile();
    assertThat(folder.resolve("home-3d.png")).isNotEmptyFile();
    assertThat(folder.resolve("measured/report.html")).isNotEmptyFile();
  }

  /** What an answer follows may fail: the page shows how. */
  private void type(String line) throws IOException, InterruptedException {
    assertThat(code).as("%s, after %s", said, ran).isZero();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.souschef.app.cli.Main"));
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      command.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    Path log = folder.resolve("said.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(PATIENCE_S, TimeUnit.SECONDS)).as(line).isTrue();
    } finally {
      process.destroyForcibly();
    }
    code = process.exitValue();
    said = Files.readString(log);
    ran.add(line);
  }

  /**
   * A file of its own, or an entry of a list of one.
   *
   * @param words language, file, and perhaps the list
   */
  private void write(String[] words, String text) throws IOException {
    Path file = folder.resolve(words[1]);
    if (words.length < 3) {
      Files.writeString(file, text);
      return;
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    String list = words[2].equals("scene") ? "  objects:" : words[2] + ":";
    assertThat(lines).contains(list);
    lines.addAll(lines.indexOf(list) + 1, text.lines().toList());
    Files.write(file, lines);
  }
}
