package io.souschef.training.affordance.rollout;

import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * Makes rows in parallel, a world a thread. Scenes whose file is complete are kept, so an
 * interrupted run goes on where it was; what a scene holds depends on its seed alone, so neither
 * the number of threads nor an interruption changes a row.
 */
public final class Rollouts {

  private final RolloutWorld.Source worlds;
  private final RolloutWorld.Source elsewhere;
  private final SkillLibrary library;

  /**
   * @param worlds where episodes take place
   * @param elsewhere where those take place that are in another home each
   * @param library the skills to try
   */
  public Rollouts(RolloutWorld.Source worlds, RolloutWorld.Source elsewhere, SkillLibrary library) {
    this.worlds = worlds;
    this.elsewhere = elsewhere;
    this.library = library;
  }

  /**
   * Rolls out what is still missing.
   *
   * @param progress told the number of finished scenes and of rows so far, on one thread at a time
   * @throws InvalidInputException when the folder cannot be written or holds rows of other options
   */
  public RolloutManifest run(RolloutOptions options, BiConsumer<Integer, Integer> progress) {
    RolloutFolder folder = new RolloutFolder(options.folder());
    try {
      Files.createDirectories(options.folder());
      checkOptions(folder, options);
      rollOut(options, folder, progress);
      return folder.writeManifest(options);
    } catch (IOException e) {
      throw new InvalidInputException(
          "Folder '%s' cannot be written (%s); choose another".formatted(options.folder(), e), e);
    }
  }

  private static void checkOptions(RolloutFolder folder, RolloutOptions options) {
    if (Files.exists(folder.manifestFile())) {
      RolloutManifest earlier = folder.manifest();
      if (earlier.seed() != options.seed()
          || earlier.statesPerScene() != options.statesPerScene()
          || earlier.skillsPerState() != options.skillsPerState()
          || earlier.elsewhere() != options.elsewhere()) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "Folder '%s' holds rollouts of seed %d with %d x %d tries per scene, %d of ten"
                    + " scenes in other homes; choose an empty folder",
                options.folder(),
                earlier.seed(),
                earlier.statesPerScene(),
                earlier.skillsPerState(),
                earlier.elsewhere()));
      }
    }
  }

  private void rollOut(
      RolloutOptions options, RolloutFolder folder, BiConsumer<Integer, Integer> progress)
      throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(options.threads());
    Counter counter = new Counter(progress);
    try {
      List<Future<?>> scenes = new ArrayList<>();
      for (int scene = 0; scene < options.scenes(); scene++) {
        int number = scene;
        scenes.add(threads.submit(() -> counter.add(rollOut(options, folder, number))));
      }
      for (Future<?> scene : scenes) {
        scene.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; run again to go on", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure
          && !(failure instanceof UncheckedIOException)) {
        throw failure;
      }
      throw new IOException(e.getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private int rollOut(RolloutOptions options, RolloutFolder folder, int scene) {
    long seed = options.sceneSeed(scene);
    try {
      if (Files.exists(folder.sceneFile(scene))) {
        return RolloutFile.read(folder.sceneFile(scene), seed).size();
      }
      RolloutWorld.Source source = options.isElsewhere(scene) ? elsewhere : worlds;
      try (RolloutWorld world = source.create(seed)) {
        List<RolloutRow> rows =
            new SceneRollout(world, library, new SplittableRandom(seed), options).run();
        RolloutFile.write(folder.sceneFile(scene), seed, rows);
        return rows.size();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Counter {
    private final BiConsumer<Integer, Integer> progress;
    private int scenes;
    private int rows;

    Counter(BiConsumer<Integer, Integer> progress) {
      this.progress = progress;
    }

    synchronized void add(int added) {
      scenes++;
      rows += added;
      progress.accept(scenes, rows);
    }
  }
}
