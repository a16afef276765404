package io.souschef.training.affordance.evaluation;

import io.souschef.models.affordance.FeatureLayout;
import io.souschef.training.affordance.model.CanTrainer;
import io.souschef.training.affordance.model.TrainedAffordance;
import io.souschef.training.affordance.rollout.RolloutManifest;
import java.util.Locale;

/** The page beside {@code can.onnx} that says what it is and how it came to be. */
public final class ModelCard {

  private ModelCard() {}

  /**
   * The card as Markdown.
   *
   * @param tables the report's tables
   */
  public static String markdown(
      RolloutManifest manifest,
      CanTrainer.Options options,
      TrainedAffordance trained,
      String tables) {
    StringBuilder card = new StringBuilder();
    card.append(
        String.format(
            Locale.ROOT,
            """
            # can.onnx: the affordance value function

            P(success) of a skill if the robot started it now, from what the robot observes and from the skill's words.
            Learned from tries in the simulated kitchen and in homes drawn at random; every number below was written by the command that made the file.

            ## Use

            `souschef run` loads it by itself; `io.souschef.models.affordance.OnnxAffordanceFunction` is the class.
            It knows a robot like the one it was trained with: the same reach, gripper and skills. Objects, places and wordings it has not met get a value from their features and from the meaning of their words; a skill of a new kind does not.
            It does not see what the robot does not: a weight, what is inside a closed drawer.

            ## Inputs and output (ONNX, opset 17)

            | name | type | meaning |
            |---|---|---|
            | `features` | float[N, %d] | one row per skill, natural units, columns below |
            | `texts` | float[U, 384] | embeddings of the different texts by all-MiniLM-L6-v2; row 0 is zero and stands for none |
            | `wording`, `object`, `place` | int64[N] | rows of `texts`: the skill's wording, the noun of its object (or of what is held), the name of its place |
            | `probability` | float[N] | P(success), calibrated |

            ## Training

            `souschef train affordance`: %d scenes with seed %d, of every ten %d in a home of its own (rooms, furniture, doors, heights, things and their names drawn at random), %d states of each episode, up to %d skills tried from each by copying the world; %,d rows.
            Network: texts projected to 16, 12 and 8 numbers, joined with the standardised features; 160 units gated by the wording, 64 units, one logit; Platt scaling. AdamW, learning rate %.4f, batch %d, dropout 0.1, wordings varied and nouns left out at random, stopped after epoch %d of at most %d.
            Licence: Apache-2.0. The sentence encoder is all-MiniLM-L6-v2 (Apache-2.0), which is not part of this file.

            Rows by action, and how many succeeded:

            """,
            FeatureLayout.WIDTH,
            manifest.scenes(),
            manifest.seed(),
            manifest.elsewhere(),
            manifest.statesPerScene(),
            manifest.skillsPerState(),
            manifest.rows(),
            options.learningRate(),
            options.batchSize(),
            trained.epochs(),
            options.epochs()));
    card.append("| action | rows | succeeded |\n|---|--:|--:|\n");
    manifest
        .byAction()
        .forEach(
            (action, rows) ->
                card.append(
                    String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d |\n",
                        action,
                        rows,
                        manifest.successesByAction().getOrDefault(action, 0))));
    card.append("\nReasons of failure: ");
    card.append(
        String.join(
            ", ",
            manifest.byReason().entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
                .toList()));
    card.append(".\n\n## Quality\n\n").append(tables).append("\n## Features\n\n");
    card.append("A block is all zeros where a skill has no such argument.\n\n");
    card.append("| column | range | meaning |\n|---|---|---|\n");
    for (FeatureLayout.Column column : FeatureLayout.columns()) {
      card.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s to %s | %s |\n",
              column.name(),
              rounded(column.low()),
              rounded(column.high()),
              column.meaning()));
    }
    return card.toString();
  }

  private static String rounded(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
