package io.souschef.training.language.model;

import io.souschef.models.language.token.PromptTokens;
import io.souschef.training.language.model.batch.OutputTokens;
import io.souschef.training.language.model.network.ModelShape.Names;
import io.souschef.training.language.model.network.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Temperature scaling (Guo et al., arXiv 1706.04599): divides all logits by the number that makes
 * held-out episodes likeliest, so that say is neither too sure nor too shy beside can. The number
 * is worked into the last norm of the network and costs nothing when serving.
 */
public final class Calibration {

  private static final double LOWEST = 0.5;
  private static final double HIGHEST = 2;
  private static final int STEPS = 30;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final List<float[]> logits = new ArrayList<>();
  private final List<int[]> targets = new ArrayList<>();
  private final int width;

  private Calibration(int width) {
    this.width = width;
  }

  /** The temperature at which held-out episodes are likeliest. */
  public static double temperature(
      Weights weights, OutputTokens output, List<PromptTokens> heldOut) {
    Calibration calibration = new Calibration(output.ids().length);
    try (Session session = new Session(weights, output, new AdamW(new Schedule(0), 0, Map.of()))) {
      for (PromptTokens episode : heldOut) {
        calibration.logits.add(session.logits(List.of(episode)));
        calibration.targets.add(
            episode.skills().stream()
                .flatMapToInt(
                    skill ->
                        IntStream.range(skill.from(), skill.to())
                            .map(i -> output.indexOf(episode.ids()[i])))
                .toArray());
      }
    }
    return calibration.best();
  }

  /** Weights whose logits are those of the given ones divided by a temperature. */
  public static Weights scaled(Weights weights, double temperature) {
    Map<String, float[]> values = new LinkedHashMap<>(weights.values());
    for (String name : List.of(Names.HEAD_NORM + ".g", Names.HEAD_NORM + ".b")) {
      float[] scaled = weights.get(name).clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] /= (float) temperature;
      }
      values.put(name, scaled);
    }
    return new Weights(weights.shape(), values);
  }

  /** Golden-section search: the loss has one minimum over temperatures. */
  private double best() {
    double low = LOWEST;
    double high = HIGHEST;
    for (int i = 0; i < STEPS; i++) {
      double a = high - GOLDEN * (high - low);
      double b = low + GOLDEN * (high - low);
      if (loss(a) < loss(b)) {
        high = b;
      } else {
        low = a;
      }
    }
    return (low + high) / 2;
  }

  private double loss(double temperature) {
    double loss = 0;
    for (int e = 0; e < logits.size(); e++) {
      float[] rows = logits.get(e);
      int[] wanted = targets.get(e);
      for (int r = 0; r < wanted.length; r++) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < width; c++) {
          highest = Math.max(highest, rows[r * width + c]);
        }
        double sum = 0;
        for (int c = 0; c < width; c++) {
          sum += Math.exp((rows[r * width + c] - highest) / temperature);
        }
        loss += Math.log(sum) - (rows[r * width + wanted[r]] - highest) / temperature;
      }
    }
    return loss;
  }
}
