package io.souschef.evaluation.engine;

import io.souschef.evaluation.run.EpisodeRecord;
import java.util.Map;

/**
 * What an episode leaves.
 *
 * @param record its line of the log
 * @param files its traces and pictures: path below the run folder to content
 */
public record EpisodeResult(EpisodeRecord record, Map<String, byte[]> files) {
  public EpisodeResult {
    files = Map.copyOf(files);
  }
}
