package io.souschef.evaluation.report;

import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.RunFolder;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.statistics.Statistics;
import io.souschef.evaluation.statistics.Timings;
import java.nio.file.Path;
import java.util.List;

/**
 * A run as its folder tells it, finished or not.
 *
 * @param path the folder
 * @param spec what was asked for
 * @param episodes its episodes in a stable order
 * @param statistics figures over them
 * @param timings their cost
 */
public record RunView(
    Path path, RunSpec spec, List<EpisodeRecord> episodes, Statistics statistics, Timings timings) {

  public RunView {
    episodes = List.copyOf(episodes);
  }

  /**
   * Reads a folder; a run may be under way there.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when it holds none
   */
  public static RunView read(Path path) {
    RunSpec spec = RunFolder.readSpec(path);
    List<EpisodeRecord> episodes = List.copyOf(RunFolder.readEpisodes(path, spec));
    List<String> names = spec.plan().configurations().stream().map(Configuration::name).toList();
    return new RunView(
        path,
        spec,
        episodes,
        Statistics.of(spec.episodes(), names, episodes),
        Timings.of(
            episodes,
            RunFolder.readJson(path, "timings.json", Timings.class)
                .map(Timings::sessions)
                .orElse(List.of())));
  }

  /** The episodes of one configuration. */
  public List<EpisodeRecord> of(String configuration) {
    return episodes.stream()
        .filter(episode -> episode.key().configuration().equals(configuration))
        .toList();
  }

  /** What pages call it. */
  public String name() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }
}
