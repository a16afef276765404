package io.souschef.evaluation;

import io.souschef.evaluation.run.Configuration;
import io.souschef.planner.usefulness.PlanPrompt;
import java.util.List;

/** The configurations of the paper's ablation, and of ours. Stateless. */
public final class Ablation {

  private Ablation() {}

  /**
   * Everything first; then with an analytic value function, without any, with the prompt of the
   * paper, the language model alone (neither value function nor a word about the scene), the value
   * function alone.
   */
  public static List<Configuration> of(String llm) {
    return List.of(
        new Configuration(llm, "learned", PlanPrompt.Style.SCENE),
        new Configuration(llm, "analytic", PlanPrompt.Style.SCENE),
        new Configuration(llm, Configuration.NONE, PlanPrompt.Style.SCENE),
        new Configuration(llm, "learned", PlanPrompt.Style.PAPER),
        new Configuration(llm, Configuration.NONE, PlanPrompt.Style.PAPER),
        new Configuration(Configuration.NONE, "learned", PlanPrompt.Style.SCENE));
  }
}
