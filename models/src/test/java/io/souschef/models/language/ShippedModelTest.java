package io.souschef.models.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import io.souschef.planner.usefulness.UsefulnessScorer;
import io.souschef.planner.usefulness.UsefulnessScorerContract;
import org.junit.jupiter.api.Test;

/** The model in the jar keeps what every scorer keeps. */
class ShippedModelTest extends UsefulnessScorerContract {

  private static EmbeddedLanguageModel open() {
    return EmbeddedLanguageModel.shipped(new EmbeddedLanguageModel.Settings(1, 1));
  }

  @Override
  protected UsefulnessScorer create() {
    return open();
  }

  @Test
  void everyWayOfScoringAgreesOnAFewPrompts() {
    try (EmbeddedLanguageModel model = open()) {
      assertThat(model.name()).isEqualTo("embedded (say.onnx)");
      new ShippedModel(model, 31).compare(5, 6);
    }
  }
}
