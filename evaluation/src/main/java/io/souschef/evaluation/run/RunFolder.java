package io.souschef.evaluation.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.IoReason;
import io.souschef.skills.file.JsonReason;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.SchemaVersion;
import io.souschef.skills.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A run's folder, opened to write: {@code run_spec.json}, {@code episodes.jsonl}, {@code traces/},
 * {@code pictures/}, and what is made from them. {@link #record} is safe from any thread.
 */
public final class RunFolder implements AutoCloseable {

  private static final String SPEC = "run_spec.json";
  private static final String EPISODES = "episodes.jsonl";

  private final Path path;
  private final RunSpec spec;
  private final RunLock lock;
  private final EpisodeLog log;
  private final Map<EpisodeKey, EpisodeRecord> done = new LinkedHashMap<>();

  private RunFolder(Path path, RunSpec spec, RunLock lock, EpisodeLog log) {
    this.path = path;
    this.spec = spec;
    this.lock = lock;
    this.log = log;
  }

  /**
   * Begins a run, or goes on with the one that is there.
   *
   * @throws InvalidInputException when another run writes there, when the folder holds a run of
   *     something else, or cannot be written
   */
  public static RunFolder open(Path path, RunSpec wanted) {
    try {
      Files.createDirectories(path.resolve("traces"));
      Files.createDirectories(path.resolve("pictures"));
    } catch (IOException e) {
      throw new InvalidInputException(
          "Run folder '%s' cannot be made (%s); choose a writable one"
              .formatted(path, IoReason.of(e)),
          e);
    }
    RunLock lock = RunLock.take(path);
    try {
      List.of(path, path.resolve("traces"), path.resolve("pictures")).forEach(WholeFile::sweep);
      RunSpec spec = agree(path, wanted);
      RunFolder folder = new RunFolder(path, spec, lock, EpisodeLog.open(path.resolve(EPISODES)));
      folder.done.putAll(checked(path, spec));
      return folder;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static RunSpec agree(Path path, RunSpec wanted) {
    if (!Files.exists(path.resolve(SPEC))) {
      write(path.resolve(SPEC), wanted);
      return wanted;
    }
    RunSpec there = readSpec(path);
    if (!there.plan().equals(wanted.plan())) {
      throw new InvalidInputException(
          "Run folder '%s' holds another run (%s); choose another --out, or the same options to go on with it"
              .formatted(path, difference(there.plan(), wanted.plan())));
    }
    return there;
  }

  private static String difference(RunSpec.Plan there, RunSpec.Plan wanted) {
    if (!there.suites().equals(wanted.suites())) {
      return "its suites are %s, not %s".formatted(there.suites(), wanted.suites());
    }
    if (!there.configurations().equals(wanted.configurations())) {
      return "its configurations are %s".formatted(there.configurations());
    }
    if (!there.models().equals(wanted.models())) {
      Set<String> differing = new TreeSet<>(there.models().keySet());
      differing.addAll(wanted.models().keySet());
      differing.removeIf(
          file -> Objects.equals(there.models().get(file), wanted.models().get(file)));
      return "it was made with another version of %s".formatted(String.join(", ", differing));
    }
    if (!there.seeds().equals(wanted.seeds())) {
      return "its seeds are %s".formatted(there.seeds());
    }
    if (there.stepLimit() != wanted.stepLimit()) {
      return String.format(Locale.ROOT, "its step limit is %d", there.stepLimit());
    }
    return there.rates() != wanted.rates()
        ? "it measures %s".formatted(there.rates())
        : "it scores %s".formatted(there.scores());
  }

  /** The specification of the run in a folder, which may be under way. */
  public static RunSpec readSpec(Path path) {
    if (!Files.exists(path.resolve(SPEC))) {
      throw new InvalidInputException(
          "'%s' holds no run (there is no %s); name a folder made by 'souschef eval'"
              .formatted(path, SPEC));
    }
    RunSpec spec = json(path.resolve(SPEC), RunSpec.class);
    RunCheck.require(path.resolve(SPEC), spec);
    return spec;
  }

  /**
   * Reads a JSON document of a folder; empty when it is not there.
   *
   * @throws InvalidInputException when it is malformed
   */
  public static <T> Optional<T> readJson(Path path, String name, Class<T> type) {
    Path file = path.resolve(name);
    return Files.exists(file) ? Optional.of(json(file, type)) : Optional.empty();
  }

  private static <T> T json(Path file, Class<T> type) {
    String text = new PlainFile("Run file", file).text(PlainFile.RECORDS);
    try {
      SchemaVersion.require(
          "Run file '%s'".formatted(file), RunJson.MAPPER.readTree(text), RunSpec.SCHEMA_VERSION);
      return RunJson.read(text, type);
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new InvalidInputException(
          "Run file '%s'%s is malformed: %s; restore it, or remove the folder to run again"
              .formatted(file, line, JsonReason.of(e)),
          e);
    }
  }

  /**
   * The episodes of a folder, each once, in a stable order.
   *
   * @throws InvalidInputException naming the line of one that is malformed or of another run
   */
  public static Collection<EpisodeRecord> readEpisodes(Path path, RunSpec spec) {
    return new TreeMap<>(checked(path, spec)).values();
  }

  /**
   * The same in the order in which they ended.
   *
   * @throws InvalidInputException naming the line of one that is malformed or of another run
   */
  public static List<EpisodeRecord> readAsEnded(Path path, RunSpec spec) {
    return List.copyOf(checked(path, spec).values());
  }

  /** Where the episodes of a folder stand; whether it has grown says whether one has ended. */
  public static Path log(Path path) {
    return path.resolve(EPISODES);
  }

  /** Where the trace of an attempt is kept. */
  public static Path trace(Path path, String attempt) {
    return path.resolve("traces").resolve(attempt + ".jsonl.gz");
  }

  private static Map<EpisodeKey, EpisodeRecord> checked(Path path, RunSpec spec) {
    Path log = path.resolve(EPISODES);
    return RunCheck.episodes(log, EpisodeLog.read(log), spec);
  }

  public Path path() {
    return path;
  }

  public RunSpec spec() {
    return spec;
  }

  /** The episodes that need not run any more. */
  public synchronized Set<EpisodeKey> finished() {
    return Set.copyOf(done.keySet());
  }

  /** The episodes so far, in the order they ended. */
  public synchronized Collection<EpisodeRecord> episodes() {
    return List.copyOf(done.values());
  }

  /** Adds an episode; its trace and pictures must be on the disk already. */
  public synchronized void record(EpisodeRecord episode) {
    if (done.putIfAbsent(episode.key(), episode) != null) {
      throw new IllegalStateException("Episode %s was run twice".formatted(episode.key()));
    }
    log.append(episode);
  }

  /** Writes a JSON document beside the episodes, all of it or nothing. */
  public void writeJson(String name, Object content) {
    write(path.resolve(name), content);
  }

  /** Writes a text beside the episodes, all of it or nothing. */
  public void writeText(String name, String content) {
    WholeFile.write(path.resolve(name), content);
  }

  private static void write(Path file, Object content) {
    try {
      WholeFile.write(
          file, RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("%s cannot be written as JSON".formatted(file), e);
    }
  }

  @Override
  public void close() {
    log.close();
    lock.close();
  }
}
