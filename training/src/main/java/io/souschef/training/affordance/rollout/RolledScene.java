package io.souschef.training.affordance.rollout;

import java.util.List;

/**
 * What was tried in one scene.
 *
 * @param elsewhere whether it was in a home drawn at random, which no other scene is in
 * @param rows one for each try
 */
public record RolledScene(boolean elsewhere, List<RolloutRow> rows) {

  public RolledScene {
    rows = List.copyOf(rows);
  }
}
