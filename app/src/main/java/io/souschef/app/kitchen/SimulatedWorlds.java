package io.souschef.app.kitchen;

import io.souschef.app.Assembly;
import io.souschef.sim.SimulatedRobot;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.KitchenSource;
import io.souschef.sim.kitchen.file.Kitchens;
import io.souschef.sim.kitchen.file.SceneReader;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.web.live.Worlds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kitchens of scenes that the process was given, by name: whoever chooses among them names no file
 * of the machine. Immutable; files are read when a kitchen is opened.
 */
public final class SimulatedWorlds implements Worlds {

  /** Files that are looked at beside a scene, and scenes that are offered. */
  private static final int MOST_FILES = 200;

  private static final int MOST_SCENES = 40;

  private final Map<String, LongFunction<Scene>> scenes;
  private final Consumer<Kitchen> check;

  private SimulatedWorlds(Map<String, LongFunction<Scene>> scenes, Consumer<Kitchen> check) {
    this.scenes = scenes;
    this.check = check;
  }

  /** The shipped kitchen as it usually looks. */
  public static SimulatedWorlds standard() {
    return of("default", new SceneReader(KitchenFile.standard())::standard);
  }

  /**
   * One scene.
   *
   * @param name as pages and traces call it
   * @param scene it with a seed; throws an {@link InvalidInputException} when its file is faulty
   */
  public static SimulatedWorlds of(String name, LongFunction<Scene> scene) {
    Map<String, LongFunction<Scene>> one = new LinkedHashMap<>();
    one.put(name, scene);
    return new SimulatedWorlds(one, kitchen -> {});
  }

  /**
   * The same with more scenes to choose from: the usual ones of the shipped kitchens, and the scene
   * files in a folder. A file that is no scene is passed over.
   *
   * @param folder beside the scene or kitchen that the process was given; null for none
   * @param kitchens those that scenes name
   */
  public SimulatedWorlds andBeside(@Nullable Path folder, Kitchens kitchens) {
    Map<String, LongFunction<Scene>> all = new LinkedHashMap<>(scenes);
    if (folder != null) {
      SceneReader reader = new SceneReader(kitchens);
      for (Path file : yamlFiles(folder)) {
        String name = String.valueOf(file.getFileName());
        if (all.size() < MOST_SCENES && !all.containsKey(name) && isScene(reader, file)) {
          all.put(name, seed -> reader.read(file, seed));
        }
      }
    }
    for (String shipped : KitchenSource.SHIPPED) {
      all.computeIfAbsent(
          shipped,
          name -> {
            return seed -> new SceneReader(KitchenSource.shipped(name).kitchen()).standard(seed);
          });
    }
    return new SimulatedWorlds(all, check);
  }

  /**
   * The same for a process whose rules must be understood in every kitchen.
   *
   * @param required throws an {@link InvalidInputException} where they are not
   */
  public SimulatedWorlds requiring(Consumer<Kitchen> required) {
    return new SimulatedWorlds(scenes, required);
  }

  private static List<Path> yamlFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .limit(MOST_FILES)
          .filter(file -> Kitchens.isFile(file.toString()) && Files.isRegularFile(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // there is nothing to offer where nothing can be read
    }
  }

  private static boolean isScene(SceneReader reader, Path file) {
    try {
      Scene unused = reader.read(file, 1);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  @Override
  public List<String> scenes() {
    return List.copyOf(scenes.keySet());
  }

  @Override
  public SimulatedRobot open(String scene, long seed) {
    LongFunction<Scene> chosen = scenes.get(scene);
    if (chosen == null) {
      throw new InvalidInputException(
          "There is no scene '%s'; there is: %s"
              .formatted(scene, String.join(", ", scenes.keySet())));
    }
    Scene read = chosen.apply(seed);
    check.accept(read.kitchen());
    return Assembly.simulated(read, seed, false);
  }
}
