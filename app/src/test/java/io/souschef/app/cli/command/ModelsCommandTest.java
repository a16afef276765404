package io.souschef.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.cli.Main;
import io.souschef.app.cli.terminal.Exit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

  @TempDir private Path temp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(arguments, new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void theShippedModelsAreListedWithSizeLicenceAndHowTheyScore() {
    assertThat(run("models")).isEqualTo(Exit.DONE);
    assertThat(out.toString())
        .contains("say.onnx", "--llm embedded", "MB", "licence: ", "as a tree in one prompt")
        .contains("can.onnx", "--affordance learned", "licence: Apache-2.0");
  }

  @Test
  void aFileThatIsNoModelIsListedWithTheReason() throws IOException {
    Path file = Files.writeString(temp.resolve("model.onnx"), "not a graph at all");
    Files.writeString(temp.resolve("config.json"), "{}");
    assertThat(run("models", "--json", file.toString())).isEqualTo(Exit.DONE);
    assertThat(out.toString()).contains("no ONNX model", "\"usable\" : false");
  }

  @Test
  void aPlaceWithoutModelsIsAMistake() {
    assertThat(run("models", temp.toString())).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains("holds no .onnx file; name the folder of a model");
    assertThat(run("models", temp.resolve("none").toString())).isEqualTo(Exit.USER_MISTAKE);
    assertThat(err.toString()).contains("There is no '");
  }

  @Test
  void theDoctorTriesTheModelAndSaysHowFastItIs() {
    assertThat(run("doctor", "--out", temp.toString())).isEqualTo(Exit.DONE);
    assertThat(out.toString())
        .contains(
            "embedded (say.onnx), ready in", "“bring me a coke”", ": find a coke ", "tokens/s");
  }

  @Test
  void theDoctorSaysWhatIsWrongWithAModel() {
    assertThat(run("doctor", "--out", temp.toString(), "--llm", "openai:http://127.0.0.1:9#x"))
        .isEqualTo(Exit.NOT_DONE);
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains("✗ language model", "nothing listens there");
  }
}
