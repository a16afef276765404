package io.souschef.training.affordance.rollout;

import io.souschef.skills.failure.FailureReason;
import java.util.Optional;

/**
 * A skill tried from a state.
 *
 * @param features float[{@link io.souschef.models.affordance.FeatureLayout#WIDTH}], natural units
 * @param action what the robot ran, for counts by family; not seen by the model
 * @param wording words of the skill without names
 * @param object noun of its object, or of what was held; empty when there was none
 * @param place name of its place; empty when it names none
 * @param success whether it succeeded
 * @param reason why not
 * @param durationS robot time it took, seconds
 * @param analytic what the analytic baseline said
 * @param executed whether the episode went on with it; otherwise it was tried in a copy
 */
@SuppressWarnings("ArrayRecordComponent")
public record RolloutRow(
    float[] features,
    String action,
    String wording,
    String object,
    String place,
    boolean success,
    Optional<FailureReason> reason,
    float durationS,
    float analytic,
    boolean executed) {

  /** The same try in other words. */
  public RolloutRow worded(String other) {
    return new RolloutRow(
        features, action, other, object, place, success, reason, durationS, analytic, executed);
  }
}
