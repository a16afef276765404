package io.souschef.evaluation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.souschef.evaluation.ScriptedEpisodes;
import io.souschef.evaluation.report.RunView;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others may have done to the files of a run. */
class RunCheckTest {

  @TempDir private Path folder;

  private static String line(EpisodeKey key) throws JsonProcessingException {
    return RunJson.MAPPER.writeValueAsString(ScriptedEpisodes.episode(key));
  }

  private static String first() throws JsonProcessingException {
    return line(ScriptedEpisodes.keys().get(0));
  }

  @BeforeEach
  void writeSpec() throws IOException {
    Files.writeString(
        folder.resolve("run_spec.json"),
        RunJson.MAPPER.writeValueAsString(ScriptedEpisodes.spec()));
  }

  private void write(String... lines) throws IOException {
    Files.writeString(folder.resolve("episodes.jsonl"), String.join("\n", lines) + "\n");
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> RunView.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
    assertThatThrownBy(() -> RunFolder.open(folder, ScriptedEpisodes.spec()))
        .isInstanceOf(InvalidInputException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[]", "7", "\"x\"", "{\"task\":\"a\"}", "{\"task\":"})
  void aLineThatIsNoEpisodeIsNamed(String broken) throws IOException {
    write(first(), broken, line(ScriptedEpisodes.keys().get(1)));
    assertRefused("episodes.jsonl', line 2 is not an episode");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "seed":1             | "seed":"1"
          "seed":1             | "seed":1.5
          "seed":1             | "seed":null
          "task":"task-0"      | "task":7
          "task":"task-0"      | "task":null
          "disturbed":false    | "disturbed":0
          "disturbed":false    | "disturbed":null
          "outcome":"          | "outcome":"X
          "steps":[{           | "steps":[null,{
          "decisions":3        | "decisions":-3
          "totalMs":9.0        | "totalMs":-9.0
          "family":            | "famly":
          """)
  void aValueOfAnotherTypeIsNamed(String from, String to) throws IOException {
    String good = first();
    assertThat(good).contains(from);
    write(good.replace(from, to));
    assertRefused("episodes.jsonl', line 1 is not an episode");
  }

  @Test
  void whatFollowsAnEpisodeOnItsLineIsNamed() throws IOException {
    write(first() + " {}");
    assertRefused("line 1 is not an episode", "something follows its end");
  }

  @Test
  void anEpisodeThatStandsThereTwiceIsNamed() throws IOException {
    write(first(), line(ScriptedEpisodes.keys().get(1)), first());
    assertRefused("line 3: plain:task-0, seed 1,", "stands on line 1 already");
  }

  @Test
  void anEpisodeOfAnotherRunIsNamed() throws IOException {
    String name = ScriptedEpisodes.FULL.name();
    for (EpisodeKey other :
        List.of(
            new EpisodeKey("fancy", "task-0", 1, name),
            new EpisodeKey("plain", "task-0", 9, name),
            new EpisodeKey("plain", "task-0", 1, "another"))) {
      write(first(), line(other));
      assertRefused("line 2: ", "is no episode of this run");
    }
  }

  @Test
  void moreTasksThanTheSuiteHasAreNeverCounted() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int task = 0; task < 11; task++) {
      lines
          .append(line(new EpisodeKey("plain", "t" + task, 1, ScriptedEpisodes.FULL.name())))
          .append('\n');
    }
    Files.writeString(folder.resolve("episodes.jsonl"), lines);
    assertRefused("line 11: task 't10' is one more than the 10 that suite 'plain' has");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[]", "{\"plan\":null,\"provenance\":null}", "", "{"})
  void aSpecificationThatIsNoneIsNamed(String broken) throws IOException {
    write(first());
    Files.writeString(folder.resolve("run_spec.json"), broken);
    assertRefused("run_spec.json'", "malformed");
  }

  @Test
  void aModelWithoutAHashIsNamed() throws IOException {
    write(first());
    Path file = folder.resolve("run_spec.json");
    String spec = Files.readString(file);
    Files.writeString(
        file, spec.replaceFirst("\"models\":\\{[^}]*}", "\"models\":{\"say.onnx\":null}"));
    assertThat(file).content().isNotEqualTo(spec);
    assertRefused("run_spec.json'", "field plan.models.say.onnx: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"configurations\":{},\"sessions\":[null]}", "7"})
  void timingsThatAreNoneAreNamed(String broken) throws IOException {
    write(first());
    Files.writeString(folder.resolve("timings.json"), broken);
    assertThatThrownBy(() -> RunView.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("timings.json'");
  }

  @Test
  void differentEpisodesWriteDifferentFiles() {
    String usual = ScriptedEpisodes.FULL.name();
    assertThat(new EpisodeKey("plain", "bring-01", 1, usual).fileName())
        .isEqualTo("plain-bring-01-s1-embedded_x_learned_scene");
    assertThat(new EpisodeKey("a b", "t", 1, usual).fileName())
        .isNotEqualTo(new EpisodeKey("a_b", "t", 1, usual).fileName());
    assertThat(new EpisodeKey("ａ", "t", 1, usual).fileName())
        .isNotEqualTo(new EpisodeKey("ｂ", "t", 1, usual).fileName());
    assertThat(new EpisodeKey("a", "t", 1, "onnx:m/a x learned, scene").fileName())
        .isNotEqualTo(new EpisodeKey("a", "t", 1, "onnx:m_a x learned, scene").fileName());
  }
}
