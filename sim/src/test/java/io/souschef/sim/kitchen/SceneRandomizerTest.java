package io.souschef.sim.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import io.souschef.sim.kitchen.SceneRandomizer.Clutter;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.shape.Frames;
import io.souschef.skills.world.Pose;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SceneRandomizerTest {

  private static final int SCENES = 150;

  private final Kitchen kitchen = KitchenFile.standard();
  private final SceneRandomizer randomizer = new SceneRandomizer(kitchen, Clutter.ANY);

  @Test
  void noSceneHasOverlaps() {
    for (long seed = 0; seed < SCENES; seed++) {
      Scene scene = randomizer.scene(seed);
      List<SceneObject> standing =
          scene.objects().stream()
              .filter(object -> object.place().isPresent() && !object.kind().isSpill())
              .toList();
      for (SceneObject object : standing) {
        ScenePlacer others =
            new ScenePlacer(kitchen, scene.jointPositions(), new SplittableRandom(0));
        standing.stream()
            .filter(other -> !other.equals(object))
            .forEach(other -> others.occupy(outline(other), box(other)));
        assertThat(others.isFree(outline(object), box(object)))
            .as("%s at %s in scene %d", object.id(), object.place(), seed)
            .isTrue();
      }
    }
  }

  @Test
  void everythingIsAtThePlaceItIsSaidToBeAt() {
    for (long seed = 0; seed < SCENES; seed++) {
      Scene scene = randomizer.scene(seed);
      Map<String, Double> joints = scene.jointPositions();
      for (SceneObject object : scene.objects()) {
        if (object.place().isPresent()) {
          assertThat(kitchen.siteHolding(Frames.position(object.pose()), joints))
              .map(Site::name)
              .isEqualTo(object.place());
        }
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameSceneAndAnotherSeedAnother() {
    assertThat(randomizer.scene(7)).isEqualTo(randomizer.scene(7));
    assertThat(randomizer.scene(7)).isNotEqualTo(randomizer.scene(8));
  }

  @Test
  void scenesDifferInEverythingThatMatters() {
    List<Scene> scenes = LongStream.range(0, SCENES).mapToObj(randomizer::scene).toList();
    Stream<SceneObject> objects = scenes.stream().flatMap(scene -> scene.objects().stream());
    assertThat(objects.map(object -> object.kind().noun()).distinct()).hasSizeGreaterThan(40);
    assertThat(scenes).extracting(Scene::robotAt).contains("table", "fridge", "user", "sink");
    assertThat(scenes).anyMatch(scene -> scene.held().isPresent());
    assertThat(scenes).anyMatch(scene -> scene.open().containsValue(true));
    assertThat(scenes).anyMatch(scene -> scene.objects().size() > 25);
    assertThat(scenes).anyMatch(scene -> scene.objects().size() < 8);
    assertThat(scenes)
        .anyMatch(scene -> scene.objects().stream().anyMatch(object -> object.pose().tilt() > 1));
  }

  private static boolean lies(SceneObject object) {
    return object.pose().tilt() > 0.1;
  }

  private static ObjectKind outline(SceneObject object) {
    return lies(object) ? object.kind().lying() : object.kind();
  }

  /** Undoes {@link ObjectKind#laid}. */
  private static Pose box(SceneObject object) {
    if (!lies(object)) {
      return object.pose();
    }
    Pose laid = ObjectKind.laid(Pose.upright(0, 0, 0, 0));
    return Frames.compose(object.pose(), Frames.inverse(laid));
  }
}
