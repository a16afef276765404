package io.souschef.evaluation.run;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * What came of an episode: a line of {@code episodes.jsonl}.
 *
 * @param key which episode it is
 * @param family the task's family
 * @param instruction what was asked for
 * @param plan with the ideal executor; empty when only the physics was asked for
 * @param execution in the physics; empty when only plans were asked for
 * @param planTiming wall-clock times of the plan
 * @param executionTiming wall-clock times of the execution
 */
public record EpisodeRecord(
    @JsonUnwrapped EpisodeKey key,
    String family,
    String instruction,
    Optional<Attempt> plan,
    Optional<Attempt> execution,
    Timing planTiming,
    Timing executionTiming) {

  /** Whether it succeeded in the hardest way that was tried. */
  public boolean succeeded() {
    return execution.or(() -> plan).map(Attempt::isSuccess).orElse(false);
  }
}
