package io.souschef.models.affordance;

import java.util.List;

/**
 * Skills of one observation as numbers and texts. Arrays are shared, not copied: the encoder makes
 * them and one reader uses them.
 *
 * @param count number of skills N
 * @param features float[N * {@link FeatureLayout#WIDTH}], row after row
 * @param texts the different texts; the first is empty and stands for an absent one
 * @param wording index of each skill's wording in {@code texts}, int[N]
 * @param object index of the noun of each skill's object, or of what is held when it names none
 * @param place index of the name of each skill's place
 */
@SuppressWarnings("ArrayRecordComponent")
public record EncodedSkills(
    int count, float[] features, List<String> texts, int[] wording, int[] object, int[] place) {

  public EncodedSkills {
    texts = List.copyOf(texts);
  }
}
