package io.souschef.training.affordance.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.souschef.skills.SkillLibrary;
import io.souschef.skills.failure.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutsTest {

  private static final int SCENES = 8;

  @TempDir private Path folder;

  @Test
  void theRowsDependOnTheSeedAlone() {
    RolloutManifest one = run("one", 5, 1);
    RolloutManifest two = run("two", 5, 2);
    assertThat(two).isEqualTo(one);
    assertThat(run("three", 6, 2).sha256()).isNotEqualTo(one.sha256());
  }

  @Test
  void anInterruptedRunGoesOnWhereItWas() throws IOException {
    RolloutManifest whole = run("run", 5, 2);
    Files.delete(folder.resolve("run/manifest.json"));
    Files.delete(folder.resolve("run/scene-00003.rows.gz"));
    AtomicInteger made = new AtomicInteger();
    RolloutManifest again =
        new Rollouts(
                seed -> {
                  made.incrementAndGet();
                  return ToyWorld.create(seed);
                },
                ToyWorld::create,
                SkillLibrary.standard())
            .run(options("run", 5, 2), (scenes, rows) -> {});
    assertThat(again).isEqualTo(whole);
    assertThat(made).hasValue(1);
  }

  @Test
  void everyStateGetsSeveralSkillsAndTheEpisodeGoesOnWithOne() {
    run("run", 5, 1);
    List<RolledScene> scenes = new RolloutFolder(folder.resolve("run")).read();
    assertThat(scenes).hasSize(SCENES);
    assertThat(scenes)
        .allSatisfy(
            scene -> {
              List<RolloutRow> rows = scene.rows();
              assertThat(rows.stream().filter(RolloutRow::executed)).hasSize(6);
              assertThat(rows).hasSizeBetween(6 * 4, 6 * 7);
            });
  }

  @Test
  void statesAreDrawnFromTheMiddleOfEpisodes() {
    run("run", 5, 1);
    List<RolloutRow> rows =
        new RolloutFolder(folder.resolve("run"))
            .read().stream().flatMap(scene -> scene.rows().stream()).toList();
    int handFull = io.souschef.models.affordance.FeatureLayout.indexOf("robot.hand_full");
    assertThat(rows.stream().filter(row -> row.features()[handFull] == 1)).isNotEmpty();
    assertThat(rows.stream().filter(row -> row.features()[handFull] == 0)).isNotEmpty();
    assertThat(rows).anyMatch(RolloutRow::success).anyMatch(row -> !row.success());
    assertThat(rows).allMatch(row -> row.success() == row.reason().isEmpty());
  }

  @Test
  void aFolderOfAnotherSeedIsRefused() {
    run("run", 5, 1);
    assertThatThrownBy(() -> run("run", 7, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("seed 5")
        .hasMessageContaining("choose an empty folder");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    run("run", 5, 1);
    Path file = folder.resolve("run/scene-00000.rows.gz");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> new RolloutFolder(folder.resolve("run")).read())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("scene-00000.rows.gz")
        .hasMessageContaining("delete it");
  }

  private RolloutManifest run(String name, long seed, int threads) {
    return new Rollouts(ToyWorld::create, ToyWorld::create, SkillLibrary.standard())
        .run(options(name, seed, threads), (scenes, rows) -> {});
  }

  private RolloutOptions options(String name, long seed, int threads) {
    return new RolloutOptions(folder.resolve(name), seed, SCENES, 6, 7, threads, 0);
  }
}
