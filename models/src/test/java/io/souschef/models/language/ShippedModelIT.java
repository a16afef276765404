package io.souschef.models.language;

import io.souschef.models.language.embedded.EmbeddedLanguageModel;
import org.junit.jupiter.api.Test;

class ShippedModelIT {

  @Test
  void everyWayOfScoringAgreesOnTwoHundredPrompts() {
    try (EmbeddedLanguageModel model =
        EmbeddedLanguageModel.shipped(new EmbeddedLanguageModel.Settings(2, 1))) {
      new ShippedModel(model, 32).compare(200, 5);
    }
  }
}
