package io.souschef.evaluation.report.page;

import io.souschef.evaluation.run.EpisodeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every task of a configuration as a square by family: the fuller, the more of its seeds succeeded
 * in the hardest way that was tried.
 *
 * @param rows a family each
 */
record TaskGrid(List<Row> rows) {

  /** The tasks of a family. */
  record Row(String family, List<Square> squares) {}

  /** A task: what it is and how it went, and that in percent. */
  record Square(String words, long share) {

    static Square of(String id, List<EpisodeRecord> episodes) {
      long succeeded = episodes.stream().filter(EpisodeRecord::succeeded).count();
      return new Square(
          "%s “%s” %s of %s"
              .formatted(id, episodes.get(0).instruction(), succeeded, episodes.size()),
          100 * succeeded / episodes.size());
    }
  }

  static TaskGrid of(List<EpisodeRecord> episodes) {
    Map<String, Map<String, List<EpisodeRecord>>> families = new TreeMap<>();
    episodes.forEach(
        episode ->
            families
                .computeIfAbsent(episode.family(), name -> new TreeMap<>())
                .computeIfAbsent(
                    episode.key().suite() + ":" + episode.key().task(), id -> new ArrayList<>())
                .add(episode));
    List<Row> rows = new ArrayList<>();
    families.forEach(
        (family, tasks) -> {
          List<Square> squares = new ArrayList<>();
          tasks.forEach((id, own) -> squares.add(Square.of(id, own)));
          rows.add(new Row(family, squares));
        });
    return new TaskGrid(rows);
  }
}
