package io.souschef.app.episode;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.planner.episode.EpisodeEvent.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What an episode came to, for {@code --json}.
 *
 * @param plan the words of the executed skills
 * @param simulatedS robot time from the first to the last step, seconds
 * @param aftermath what is no longer as it was
 * @param goalHolds whether the task's goal holds in the physics; empty without a task
 * @param trace path of the trace
 * @param page path of the page
 */
public record EpisodeSummary(
    String instruction,
    Outcome outcome,
    String message,
    List<String> plan,
    double simulatedS,
    List<String> aftermath,
    Optional<Boolean> goalHolds,
    String trace,
    String page) {

  /** Of docs/schema/run-1.schema.json, which names every field. */
  @JsonProperty
  public int schemaVersion() {
    return 1;
  }

  /**
   * Whether the episode did what a caller can hope for: the task's goal where there is one, done
   * where not.
   */
  public boolean isGood() {
    return goalHolds.orElse(outcome == Outcome.DONE);
  }
}
