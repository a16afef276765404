package io.souschef.evaluation.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.souschef.evaluation.run.Attempt;
import io.souschef.evaluation.run.Configuration;
import io.souschef.evaluation.run.EpisodeRecord;
import io.souschef.evaluation.run.FailureWords;
import io.souschef.evaluation.run.RunFolder;
import io.souschef.evaluation.run.RunJson;
import io.souschef.evaluation.run.RunSpec;
import io.souschef.evaluation.statistics.ConfigurationStatistics;
import io.souschef.evaluation.statistics.Group;
import io.souschef.evaluation.statistics.Rate;
import io.souschef.evaluation.statistics.Statistics;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.run.WatchedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run folder that is watched. It is read when somebody looks and an episode has ended since, and
 * no more than a twentieth of the time, so that the run keeps the processor.
 */
public final class RunWatch implements WatchedRun {

  private static final int MOST_FAILURES = 60;
  private static final int SHARE = 20;

  private final Path folder;
  private final RunSpec spec;
  private final String name;
  private @Nullable Read last;
  private long restUntilNanos = System.nanoTime();

  /** What was read. */
  private record Read(long size, FileTime changed, ObjectNode json, Set<String> attempts) {}

  private RunWatch(Path folder, RunSpec spec) {
    this.folder = folder;
    this.spec = spec;
    name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /**
   * Watches a folder.
   *
   * @throws InvalidInputException when it holds no run
   */
  public static RunWatch of(Path folder) {
    return new RunWatch(folder, RunFolder.readSpec(folder));
  }

  @Override
  public ObjectNode json() {
    Read now = now();
    ObjectNode json = now.json().deepCopy();
    boolean any = now.json().path("ended").asInt() > 0;
    if (any) {
      long quietMs = System.currentTimeMillis() - now.changed().toMillis();
      json.put("quietS", Math.max(0, Math.round(quietMs / 100.0) / 10.0));
    }
    return json;
  }

  @Override
  public Path trace(String attempt) {
    Path file = RunFolder.trace(folder, attempt);
    if (!now().attempts().contains(attempt) || !Files.isRegularFile(file)) {
      throw new InvalidInputException("The run has no attempt of that name");
    }
    return file;
  }

  private synchronized Read now() {
    Read before = last;
    if (before != null && System.nanoTime() - restUntilNanos < 0) {
      return before;
    }
    long start = System.nanoTime();
    Path log = RunFolder.log(folder);
    long size = 0;
    FileTime changed = FileTime.fromMillis(0);
    try {
      if (Files.exists(log)) {
        BasicFileAttributes file = Files.readAttributes(log, BasicFileAttributes.class);
        size = file.size();
        changed = file.lastModifiedTime();
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          "Run folder '%s' cannot be read any more".formatted(folder), e);
    }
    if (before != null && before.size() == size && before.changed().equals(changed)) {
      return before;
    }
    List<EpisodeRecord> ended = RunFolder.readAsEnded(folder, spec);
    Read read = new Read(size, changed, summary(ended), attempts(ended));
    last = read;
    restUntilNanos = System.nanoTime() + SHARE * (System.nanoTime() - start);
    return read;
  }

  private ObjectNode summary(List<EpisodeRecord> ended) {
    ObjectNode json = RunJson.MAPPER.createObjectNode();
    json.put("name", name);
    json.put("command", spec.provenance().command());
    json.put("started", spec.provenance().started());
    json.put("planned", spec.episodes());
    json.put("ended", ended.size());
    Map<String, Configuration> configurations = new HashMap<>();
    spec.plan().configurations().forEach(each -> configurations.put(each.name(), each));
    List<String> names = spec.plan().configurations().stream().map(Configuration::name).toList();
    ArrayNode rates = json.putArray("rates");
    for (ConfigurationStatistics each :
        Statistics.of(spec.episodes(), names, ended).configurations()) {
      ObjectNode node = rates.addObject().put("configuration", each.configuration());
      Configuration configuration = configurations.get(each.configuration());
      node.put("words", configuration == null ? "" : configuration.words());
      put(node, each.all());
      ArrayNode families = node.putArray("families");
      each.families()
          .forEach((family, group) -> put(families.addObject().put("name", family), group));
    }
    ArrayNode failures = json.putArray("failures");
    int failed = 0;
    for (int i = ended.size() - 1; i >= 0; i--) {
      EpisodeRecord episode = ended.get(i);
      failed += episode.succeeded() ? 0 : 1;
      add(failures, episode, "execution", episode.execution());
      add(failures, episode, "plan", episode.plan());
    }
    json.put("failed", failed);
    return json;
  }

  private static void put(ObjectNode node, Group group) {
    node.put("episodes", group.episodes());
    group.plan().ifPresent(plan -> node.set("plan", rate(plan.success())));
    group.execution().ifPresent(done -> node.set("execution", rate(done.success())));
  }

  private static ObjectNode rate(Rate rate) {
    return RunJson.MAPPER
        .createObjectNode()
        .put("successes", rate.successes())
        .put("trials", rate.trials())
        .put("rate", rate.rate())
        .put("low", rate.low())
        .put("high", rate.high());
  }

  private void add(
      ArrayNode failures, EpisodeRecord episode, String kind, Optional<Attempt> attempt) {
    if (attempt.isPresent() && !attempt.get().isSuccess() && failures.size() < MOST_FAILURES) {
      String file = episode.key().attempt(kind);
      failures
          .addObject()
          .put("attempt", Files.isRegularFile(RunFolder.trace(folder, file)) ? file : "")
          .put("kind", kind)
          .put("instruction", episode.instruction())
          .put("task", episode.key().suite() + ":" + episode.key().task())
          .put("family", episode.family())
          .put("seed", episode.key().seed())
          .put("configuration", episode.key().configuration())
          .put("why", FailureWords.of(attempt.get()));
    }
  }

  private static Set<String> attempts(List<EpisodeRecord> ended) {
    Set<String> names = new HashSet<>();
    for (EpisodeRecord episode : ended) {
      names.add(episode.key().attempt("plan"));
      names.add(episode.key().attempt("execution"));
    }
    return names;
  }
}
