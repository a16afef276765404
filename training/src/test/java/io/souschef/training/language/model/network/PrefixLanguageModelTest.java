package io.souschef.training.language.model.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import io.souschef.training.Gradients;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrefixLanguageModelTest {

  private static final ModelShape TINY = new ModelShape(50, 16, 16, 2, 32, 2);

  @Test
  void theGradientDoesNotDependOnWhatIsFreedBeforeIt() {
    Map<String, float[]> undisturbed =
        Gradients.of(PrefixLanguageModelTest::model, PrefixLanguageModelTest::inputs, () -> {});
    Map<String, float[]> disturbed =
        Gradients.of(
            PrefixLanguageModelTest::model,
            PrefixLanguageModelTest::inputs,
            Gradients::collectGarbage);
    assertThat(undisturbed).isNotEmpty();
    undisturbed.forEach((name, values) -> assertThat(disturbed.get(name)).isEqualTo(values));
  }

  private static Block model(NDManager manager) {
    PrefixLanguageModel model = new PrefixLanguageModel(TINY);
    model.load(manager, Weights.random(TINY, new Random(1)));
    return model;
  }

  private static NDList inputs(NDManager manager) {
    return new NDList(
        manager.create(new long[] {3, 7, 9, 11}, new Shape(1, 4)),
        manager.create(new float[16], new Shape(1, 1, 4, 4)),
        manager.create(new long[] {2, 3}),
        manager.create(new long[] {5, 9, 11}));
  }
}
