package io.souschef.training.language.model;

import io.souschef.models.language.token.PromptTokens;
import io.souschef.training.language.model.batch.OutputTokens;
import io.souschef.training.language.model.network.Weights;
import java.util.List;
import java.util.Map;

/** The trained network as it computes in the training engine: what an export is compared with. */
public final class Network {

  private Network() {}

  /** Whether the training engine is on the class path and its libraries load. */
  public static boolean isPossible() {
    return Session.isPossible();
  }

  /** Logits [N, V'], row-major, for the N tokens of an episode's skills. */
  public static float[] logits(Weights weights, OutputTokens output, PromptTokens episode) {
    try (Session session = new Session(weights, output, new AdamW(new Schedule(0), 0, Map.of()))) {
      return session.logits(List.of(episode));
    }
  }
}
