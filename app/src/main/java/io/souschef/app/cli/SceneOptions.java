package io.souschef.app.cli;

import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.KitchenFile;
import io.souschef.sim.kitchen.file.SceneReader;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that choose the simulated world: shared by the commands that simulate one. */
final class SceneOptions {

  /** How fast the simulation runs. */
  enum Speed {
    REAL,
    MAX
  }

  private static final String STANDARD = "default";

  @Option(
      names = "--scene",
      paramLabel = "FILE",
      defaultValue = STANDARD,
      description = "Scene file (YAML), or default (default: ${DEFAULT-VALUE}).")
  private String scene = STANDARD;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of scene and noise (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--speed",
      defaultValue = "max",
      description = "real or max (default: ${DEFAULT-VALUE}).")
  private Speed speed = Speed.MAX;

  boolean isStandard() {
    return scene.equals(STANDARD);
  }

  /**
   * The scene that was asked for.
   *
   * @throws io.souschef.skills.InvalidInputException when its file is faulty
   */
  Scene read() {
    SceneReader scenes = new SceneReader(KitchenFile.standard());
    return isStandard() ? scenes.standard(seed) : scenes.read(Path.of(scene), seed);
  }

  /** The scene's name without the folder, for the trace. */
  String name() {
    return String.valueOf(Path.of(scene).getFileName());
  }

  long seed() {
    return seed;
  }

  boolean isRealTime() {
    return speed == Speed.REAL;
  }
}
