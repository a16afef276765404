package io.souschef.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.models.server.http.RetryPolicy;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.skills.failure.InvalidInputException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageModelsTest {

  private final LanguageModels models =
      new LanguageModels(1, 1, Map.of("SOUSCHEF_API_KEY", "hidden"), RetryPolicy.standard());

  @Test
  void theDefaultNeedsNothingButTheJar() {
    try (UsefulnessScorer scorer = models.scorer(LanguageModels.EMBEDDED)) {
      assertThat(scorer.name()).isEqualTo("embedded (say.onnx)");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gpt, 'There is no language model ''gpt''; pass embedded,'",
    "embedded:none.onnx, Model file 'none.onnx' does not exist",
    "onnx:nowhere, 'nowhere'' does not exist; check the path'",
    "onnx:, pass embedded,",
    "embedded:, pass embedded,",
    "openai:localhost, write openai:<url>#<model>"
  })
  void aModelThatIsNotThereIsNamed(String name, String message) {
    assertThatThrownBy(() -> models.scorer(name))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void keysOfTheEnvironmentAreNotPrinted() {
    assertThat(models.toString()).doesNotContain("hidden");
  }
}
