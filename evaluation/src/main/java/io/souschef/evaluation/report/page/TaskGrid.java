package io.souschef.evaluation.report.page;

import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.web.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every task of a configuration as a square by family: the fuller, the more of its seeds succeeded
 * in the hardest way that was tried. Stateless.
 */
final class TaskGrid {

  private TaskGrid() {}

  static String html(List<EpisodeRecord> episodes) {
    Map<String, Map<String, List<EpisodeRecord>>> families = new TreeMap<>();
    episodes.forEach(
        episode ->
            families
                .computeIfAbsent(episode.family(), name -> new TreeMap<>())
                .computeIfAbsent(
                    episode.key().suite() + ":" + episode.key().task(), id -> new ArrayList<>())
                .add(episode));
    StringBuilder html =
        new StringBuilder(
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"tasks\"><table"
                + " class=\"grid\">");
    families.forEach(
        (family, tasks) -> {
          html.append("<tr><td>").append(Html.escape(family)).append("</td><td>");
          tasks.forEach((id, own) -> html.append(square(id, own)));
          html.append("</td></tr>");
        });
    return html.append("</table></div>").toString();
  }

  private static String square(String id, List<EpisodeRecord> episodes) {
    long succeeded = episodes.stream().filter(EpisodeRecord::succeeded).count();
    long share = 100 * succeeded / episodes.size();
    String words =
        Html.escape(
            "%s “%s” %s of %s"
                .formatted(id, episodes.get(0).instruction(), succeeded, episodes.size()));
    return "<i role=\"img\" title=\"%s\" aria-label=\"%s\" style=\"--share:%s%%\"></i>"
        .formatted(words, words, share);
  }
}
