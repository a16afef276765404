package io.souschef.training.affordance.model;

import io.souschef.training.affordance.rollout.RolledScene;
import io.souschef.training.affordance.rollout.RolloutRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Rows divided by scene, so that no scene is on two sides; kinds of object that are held out occur
 * in no row of training or validation.
 *
 * @param train rows to learn from
 * @param validation rows for early stopping and calibration
 * @param testSeen rows of held-out scenes about kinds that training has seen, or about none
 * @param testUnseen rows of held-out scenes about held-out kinds
 * @param testElsewhere rows of held-out scenes in homes of their own, about any kind
 * @param heldOutKinds those kinds, in alphabetical order
 */
public record DataSplit(
    List<RolloutRow> train,
    List<RolloutRow> validation,
    List<RolloutRow> testSeen,
    List<RolloutRow> testUnseen,
    List<RolloutRow> testElsewhere,
    List<String> heldOutKinds) {

  private static final double HELD_OUT_KINDS = 0.18;

  /** Of ten scenes seven are for training, one is for validation and two are for tests. */
  private static final int TENTHS_TRAIN = 7;

  private static final int TENTHS_VALIDATION = 1;

  /** Divides scenes, shuffled by the seed. */
  public static DataSplit of(List<RolledScene> scenes, long seed) {
    Random random = new Random(seed);
    Set<String> heldOut = heldOut(scenes, random);
    List<RolledScene> shuffled = new ArrayList<>(scenes);
    Collections.shuffle(shuffled, random);
    DataSplit split =
        new DataSplit(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            List.copyOf(new TreeSet<>(heldOut)));
    for (int i = 0; i < shuffled.size(); i++) {
      int tenth = (int) (10L * i / shuffled.size());
      RolledScene scene = shuffled.get(i);
      boolean elsewhere = scene.elsewhere() && tenth >= TENTHS_TRAIN + TENTHS_VALIDATION;
      if (elsewhere) {
        split.testElsewhere().addAll(scene.rows());
      } else {
        scene.rows().forEach(row -> split.add(row, tenth, heldOut.contains(row.object())));
      }
    }
    return split;
  }

  private void add(RolloutRow row, int tenth, boolean unseen) {
    if (tenth >= TENTHS_TRAIN + TENTHS_VALIDATION) {
      (unseen ? testUnseen : testSeen).add(row);
    } else if (!unseen) {
      (tenth < TENTHS_TRAIN ? train : validation).add(row);
    }
  }

  private static Set<String> heldOut(List<RolledScene> scenes, Random random) {
    Set<String> kinds = new TreeSet<>();
    scenes.forEach(scene -> scene.rows().forEach(row -> kinds.add(row.object())));
    kinds.remove("");
    List<String> shuffled = new ArrayList<>(kinds);
    Collections.shuffle(shuffled, random);
    return new HashSet<>(shuffled.subList(0, (int) Math.round(HELD_OUT_KINDS * shuffled.size())));
  }
}
