package io.souschef.training.affordance.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import io.souschef.models.affordance.FeatureLayout;
import io.souschef.models.text.TextEmbedder;
import io.souschef.training.Gradients;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AffordanceNetTest {

  private static final int ROWS = 8;

  @BeforeAll
  static void onOneThread() {
    CanTrainer.engine();
  }

  @Test
  void theGradientDoesNotDependOnWhatIsFreedBeforeIt() {
    Map<String, float[]> undisturbed =
        Gradients.of(AffordanceNetTest::net, AffordanceNetTest::inputs, () -> {});
    Map<String, float[]> disturbed =
        Gradients.of(AffordanceNetTest::net, AffordanceNetTest::inputs, Gradients::collectGarbage);
    assertThat(undisturbed).containsKey("gate.weight");
    undisturbed.forEach((name, values) -> assertThat(disturbed.get(name)).isEqualTo(values));
  }

  private static Block net(NDManager manager) {
    AffordanceNet net = new AffordanceNet();
    net.initialize(manager, new Random(1));
    return net;
  }

  private static NDList inputs(NDManager manager) {
    long[] texts = new long[ROWS];
    return new NDList(
        manager.create(numbers(ROWS * FeatureLayout.WIDTH), new Shape(ROWS, FeatureLayout.WIDTH)),
        manager.create(numbers(TextEmbedder.WIDTH), new Shape(1, TextEmbedder.WIDTH)),
        manager.create(texts),
        manager.create(texts),
        manager.create(texts));
  }

  private static float[] numbers(int count) {
    Random random = new Random(2);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }
}
