package io.souschef.models.language.huggingface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.language.GraphWriter;
import io.souschef.models.language.LanguageModel;
import io.souschef.models.language.LanguageModelScorer;
import io.souschef.models.language.RandomDecoders.Layout;
import io.souschef.models.language.TinyModel;
import io.souschef.models.language.prompt.DialoguePrompt;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.usefulness.UsefulnessScorerContract;
import io.souschef.planner.writing.TextGenerator;
import io.souschef.planner.writing.TextGenerator.Request;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OnnxLanguageModelTest extends UsefulnessScorerContract {

  @TempDir private static Path temporary;
  private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    folder = fresh("tiny");
  }

  private static Path fresh(String name) throws IOException {
    return TinyModel.write(
        temporary.resolve(name), new Layout(2, GraphWriter.FLOAT, true, false, false));
  }

  @Override
  protected UsefulnessScorer create() {
    return new LanguageModelScorer(OnnxLanguageModel.open(folder, 1), DialoguePrompt.standard());
  }

  @Override
  protected double tolerance() {
    return 5e-4;
  }

  @Test
  void probabilitiesOfContinuationsMultiply() {
    try (LanguageModel model = OnnxLanguageModel.open(folder, 1)) {
      double whole = model.logProbabilities("Robot: 1.", List.of(" find it,"))[0];
      double first = model.logProbabilities("Robot: 1.", List.of(" find"))[0];
      double second = model.logProbabilities("Robot: 1. find", List.of(" it,"))[0];
      assertThat(first + second).isCloseTo(whole, Offset.offset(1e-4));
    }
  }

  @Test
  void aContinuationMayBeTheBeginningOfAnother() {
    try (LanguageModel model = OnnxLanguageModel.open(folder, 1)) {
      double[] both = model.logProbabilities("a", List.of(" coke", " coke can"));
      assertThat(both[0]).isEqualTo(model.logProbabilities("a", List.of(" coke"))[0]);
      assertThat(both[1]).isLessThan(both[0]);
    }
  }

  @Test
  void generationTakesTheMostLikelyTokens() {
    try (LanguageModel model = OnnxLanguageModel.open(folder, 1)) {
      TextGenerator generator = model.generator().orElseThrow();
      String text = generator.write(Request.of("Human: hello", 12, List.of())).text();
      assertThat(generator.write(Request.of("Human: hello", 12, List.of())).text()).isEqualTo(text);
      assertThat(generator.write(Request.of("Human: hello", 0, List.of())).text()).isEmpty();
      if (text.length() > 3) {
        String stop = text.substring(2, 3);
        assertThat(generator.write(Request.of("Human: hello", 12, List.of(stop))).text())
            .isEqualTo(text.substring(0, text.indexOf(stop)));
      }
    }
  }

  @Test
  void theGraphMayBeNamedItself() {
    try (LanguageModel model = OnnxLanguageModel.open(folder.resolve("onnx/model.onnx"), 1)) {
      assertThat(model.name()).isEqualTo("onnx (tiny/onnx/model.onnx)");
    }
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    assertThatThrownBy(() -> OnnxLanguageModel.open(empty, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("Model folder '%s' has no graph by a known name", empty);
    Path graph = Files.copy(folder.resolve("onnx/model.onnx"), empty.resolve("model.onnx"));
    assertThatThrownBy(() -> OnnxLanguageModel.open(graph, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("config.json' does not exist");
    Files.copy(folder.resolve("config.json"), empty.resolve("config.json"));
    assertThatThrownBy(() -> OnnxLanguageModel.open(graph, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has no tokenizer.json");
    Files.writeString(empty.resolve("tokenizer.json"), "{}");
    assertThatThrownBy(() -> OnnxLanguageModel.open(graph, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tokenizer.json' is damaged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"model\": null}",
        "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": \"x\"}, \"merges\": []}}",
        "{\"version\": \"1.0\", \"normalizer\": {\"type\": \"Precompiled\","
            + " \"precompiled_charsmap\": \"AAAA\"}, \"model\": {\"type\": \"BPE\", \"vocab\":"
            + " {\"a\": 0}, \"merges\": []}}",
        "{\"version\": \"1.0\", \"added_tokens\": [], \"post_processor\": {\"type\":"
            + " \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"no\","
            + " \"type_id\": 0}}], \"pair\": [], \"special_tokens\": {}}, \"model\": {\"type\":"
            + " \"BPE\", \"vocab\": {\"a\": 0}, \"merges\": []}}",
      })
  void aDamagedTokenizerIsOneSentenceAndNotTheEndOfTheProcess(String json) throws IOException {
    Path damaged = fresh("damaged-tokenizer");
    Files.writeString(damaged.resolve("tokenizer.json"), json);
    assertThatThrownBy(() -> OnnxLanguageModel.open(damaged, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("tokenizer.json' is damaged (");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "7"})
  void aDamagedConfigurationIsOneSentence(String json) throws IOException {
    Path damaged = fresh("damaged-config");
    Files.writeString(damaged.resolve("config.json"), json);
    assertThatThrownBy(() -> OnnxLanguageModel.open(damaged, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("config.json'");
  }

  @Test
  void theGraphsOfAFolderAreListed() {
    assertThat(OnnxLanguageModel.graphs(temporary)).contains(folder.resolve("onnx/model.onnx"));
  }
}
