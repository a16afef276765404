package io.souschef.evaluation;

import io.souschef.evaluation.engine.Engine;
import io.souschef.evaluation.engine.EpisodeResult;
import io.souschef.evaluation.run.EpisodeKey;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.RunFolder;
import io.souschef.evaluation.statistics.Statistics;
import io.souschef.evaluation.statistics.Timings;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.WholeFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Runs what a run folder still lacks, and sums up. */
public final class Evaluation {

  private final RunFolder folder;
  private final List<EpisodeKey> episodes;

  /**
   * An evaluation.
   *
   * @param episodes every episode of the run, in the order in which they shall run
   */
  public Evaluation(RunFolder folder, List<EpisodeKey> episodes) {
    this.folder = folder;
    this.episodes = List.copyOf(episodes);
  }

  /**
   * Runs the episodes that have not ended yet, and writes {@code stats.json} and {@code
   * timings.json}.
   *
   * @param listener told of each episode that ends, those of former sessions first, by one thread
   *     at a time
   */
  public Statistics run(Engine engine, Consumer<EpisodeRecord> listener) {
    requireOwn(folder.episodes());
    folder.episodes().forEach(listener);
    Set<EpisodeKey> finished = folder.finished();
    List<EpisodeKey> todo = episodes.stream().filter(key -> !finished.contains(key)).toList();
    long start = System.nanoTime();
    engine.run(
        todo,
        result -> {
          keep(result);
          listener.accept(result.record());
        });
    List<String> names = folder.spec().plan().configurations().stream().map(c -> c.name()).toList();
    Statistics statistics = Statistics.of(episodes.size(), names, folder.episodes());
    folder.writeJson("stats.json", statistics);
    double wallS = (System.nanoTime() - start) / 1e9;
    folder.writeJson(
        "timings.json",
        Timings.of(
            folder.episodes(), sessions(new Timings.Session(engine.name(), todo.size(), wallS))));
    return statistics;
  }

  /** A task that is not in the suite any more, or never was, must not be counted. */
  private void requireOwn(Collection<EpisodeRecord> ended) {
    Set<EpisodeKey> planned = new HashSet<>(episodes);
    ended.stream()
        .map(EpisodeRecord::key)
        .filter(key -> !planned.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new InvalidInputException(
                  "Run folder '%s' holds an episode that this run does not have (%s); choose another --out, or remove its line from episodes.jsonl"
                      .formatted(folder.path(), key));
            });
  }

  /** Those of before, and this one if it ran anything. */
  private List<Timings.Session> sessions(Timings.Session latest) {
    List<Timings.Session> sessions =
        new ArrayList<>(
            RunFolder.readJson(folder.path(), "timings.json", Timings.class)
                .map(Timings::sessions)
                .orElse(List.of()));
    if (latest.episodes() > 0) {
      sessions.add(latest);
    }
    return sessions;
  }

  /** Files first: an episode in the log has all that belongs to it. */
  private void keep(EpisodeResult result) {
    result
        .files()
        .forEach((name, content) -> WholeFile.write(folder.path().resolve(name), content));
    folder.record(result.record());
  }
}
