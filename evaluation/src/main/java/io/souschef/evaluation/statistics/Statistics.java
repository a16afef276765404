package io.souschef.evaluation.statistics;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.evaluation.run.EpisodeRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of a run: {@code stats.json}. They depend on the outcomes alone, neither on the clock
 * nor on the order in which episodes ended.
 *
 * @param episodes how many ran
 * @param planned how many the run has
 * @param configurations figures of each configuration, in the order of the run
 * @param comparisons the first configuration against each other one
 */
@JsonIgnoreProperties(value = "schemaVersion", allowGetters = true)
public record Statistics(
    int episodes,
    int planned,
    List<ConfigurationStatistics> configurations,
    List<Comparison> comparisons) {

  /** Of docs/schema/stats-1.schema.json, which names every field. */
  @JsonProperty
  public int schemaVersion() {
    return 1;
  }

  /**
   * Counts.
   *
   * @param planned how many episodes the run has
   * @param names the configurations, the one that the others are compared with first
   */
  public static Statistics of(int planned, List<String> names, Collection<EpisodeRecord> episodes) {
    Map<String, List<EpisodeRecord>> byName = new LinkedHashMap<>();
    names.forEach(name -> byName.put(name, new ArrayList<>()));
    episodes.stream()
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .forEach(
            e -> byName.computeIfAbsent(e.key().configuration(), n -> new ArrayList<>()).add(e));
    List<ConfigurationStatistics> configurations = new ArrayList<>();
    byName.forEach((name, own) -> configurations.add(ConfigurationStatistics.of(name, own)));
    List<Comparison> comparisons = new ArrayList<>();
    String base = names.get(0);
    byName.forEach(
        (name, own) -> {
          if (!name.equals(base)) {
            comparisons.add(Comparison.of(base, byName.getOrDefault(base, List.of()), name, own));
          }
        });
    return new Statistics(episodes.size(), planned, configurations, comparisons);
  }
}
