package io.souschef.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.app.plugin.Plugins;
import io.souschef.evaluation.Ablation;
import io.souschef.evaluation.run.Configuration;
import io.souschef.planner.usefulness.PlanPrompt;
import java.util.List;
import org.junit.jupiter.api.Test;

class AblationTest {

  private static final List<Configuration> ABLATION = Ablation.of("embedded");

  @Test
  void theWholeComesFirst() {
    assertThat(ABLATION.get(0))
        .isEqualTo(new Configuration("embedded", "learned", PlanPrompt.Style.SCENE));
  }

  @Test
  void everyPartIsLeftOutOnce() {
    assertThat(ABLATION)
        .extracting(Configuration::words)
        .containsExactly(
            "language model x value function, told the scene",
            "language model x analytic value function, told the scene",
            "language model alone, told the scene",
            "language model x value function, the paper's prompt",
            "language model alone, the paper's prompt",
            "value function alone");
  }

  @Test
  void onlyTheModelsOfAConfigurationAreHashed() {
    assertThat(new Fingerprints(Plugins.ofClassPath()).of(List.of(ABLATION.get(0))))
        .containsKeys("say.onnx", "can.onnx");
    assertThat(new Fingerprints(Plugins.ofClassPath()).of(List.of(ABLATION.get(4))))
        .containsOnlyKeys("say.onnx");
    assertThat(new Fingerprints(Plugins.ofClassPath()).of(List.of(ABLATION.get(5))))
        .containsOnlyKeys("can.onnx");
    assertThat(
            new Fingerprints(Plugins.ofClassPath())
                .of(
                    List.of(
                        new Configuration(
                            Configuration.REFERENCE, Configuration.NONE, PlanPrompt.Style.SCENE))))
        .isEmpty();
  }
}
