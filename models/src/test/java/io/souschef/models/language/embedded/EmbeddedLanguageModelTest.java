package io.souschef.models.language.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.language.GraphWriter;
import io.souschef.models.language.RandomDecoders;
import io.souschef.planner.usefulness.PlanPrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.usefulness.UsefulnessScorerContract;
import io.souschef.skills.GroundedSkill;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedLanguageModelTest extends UsefulnessScorerContract {

  private static final EmbeddedLanguageModel.Settings SETTINGS =
      new EmbeddedLanguageModel.Settings(1, 1);

  @TempDir private static Path folder;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    file = Files.write(folder.resolve("tiny.onnx"), RandomDecoders.embedded(7, 1, "1996"));
  }

  @Override
  protected UsefulnessScorer create() {
    return EmbeddedLanguageModel.open(file, SETTINGS);
  }

  @Test
  void itsNameTellsTheFile() {
    try (EmbeddedLanguageModel model = EmbeddedLanguageModel.open(file, SETTINGS)) {
      assertThat(model.name()).isEqualTo("embedded (tiny.onnx)");
    }
  }

  @Test
  void skillsWithTheSameWordsHaveTheSameScore() {
    GroundedSkill skill = new GroundedSkill("find", "find a coke", "find an object", Map.of());
    GroundedSkill twin = new GroundedSkill("seek", "find a coke", "find an object", Map.of());
    PlanPrompt prompt = new PlanPrompt("a coke", Optional.empty(), List.of());
    try (EmbeddedLanguageModel model = EmbeddedLanguageModel.open(file, SETTINGS)) {
      double[] scores = model.score(prompt, List.of(skill, twin));
      assertThat(scores[0]).isEqualTo(scores[1]);
      assertThat(model.score(prompt, List.of())).isEmpty();
      assertThat(model.best(prompt, List.of(), new double[0])).isEmpty();
    }
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("none.onnx");
    assertThatThrownBy(() -> EmbeddedLanguageModel.open(missing, SETTINGS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("Model file '%s' does not exist; check the path", missing);
  }

  @Test
  void aDamagedFileIsNamedWithItsMend() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(whole, whole.length / 2));
    Path text = Files.writeString(folder.resolve("text.onnx"), "<html>Not found</html>");
    Path empty = Files.writeString(folder.resolve("empty.onnx"), "");
    String spoilt = new String(whole, StandardCharsets.ISO_8859_1).replace("Softmax", "Sofxmat");
    Path garbled =
        Files.write(folder.resolve("garbled.onnx"), spoilt.getBytes(StandardCharsets.ISO_8859_1));
    for (Path damaged : List.of(cut, text, empty, garbled)) {
      assertThatThrownBy(() -> EmbeddedLanguageModel.open(damaged, SETTINGS))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("Model file '%s' is damaged or no ONNX model (", damaged)
          .hasMessageEndingWith("); fetch or train it again");
    }
  }

  @Test
  void anotherKindOfModelIsRefused() throws IOException {
    GraphWriter graph = new GraphWriter(new Random(1));
    graph.input("x", GraphWriter.FLOAT, 1);
    graph.nodeTo("y", "Identity", List.of("x"));
    graph.output("y", GraphWriter.FLOAT, 1);
    Path other = Files.write(folder.resolve("other.onnx"), graph.model(Map.of()));
    assertThatThrownBy(() -> EmbeddedLanguageModel.open(other, SETTINGS))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is not Souschef's own graph");
  }
}
