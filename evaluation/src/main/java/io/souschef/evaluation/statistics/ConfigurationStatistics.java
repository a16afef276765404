package io.souschef.evaluation.statistics;

import io.souschef.evaluation.run.EpisodeRecord;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures of one configuration.
 *
 * @param configuration its name
 * @param all over all its episodes
 * @param suites by suite
 * @param families by family
 */
public record ConfigurationStatistics(
    String configuration, Group all, Map<String, Group> suites, Map<String, Group> families) {

  public static ConfigurationStatistics of(
      String configuration, Collection<EpisodeRecord> episodes) {
    return new ConfigurationStatistics(
        configuration,
        Group.of(episodes),
        by(episodes, episode -> episode.key().suite()),
        by(episodes, EpisodeRecord::family));
  }

  private static Map<String, Group> by(
      Collection<EpisodeRecord> episodes, Function<EpisodeRecord, String> property) {
    return episodes.stream()
        .collect(
            Collectors.groupingBy(
                property,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Group::of)));
  }
}
