package io.souschef.app.cli.option;

import io.souschef.app.kitchen.SimulatedWorlds;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.Kitchens;
import io.souschef.sim.kitchen.file.SceneReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose a kitchen which may be set up anew, with other seeds. */
public final class KitchenOptions {

  private static final String STANDARD = "default";

  @Mixin private KitchenOption kitchen = new KitchenOption();

  @Option(
      names = "--scene",
      paramLabel = "FILE",
      defaultValue = STANDARD,
      description =
          "Scene file (YAML), or default: how the kitchen usually looks (default:"
              + " ${DEFAULT-VALUE}).")
  private String scene = STANDARD;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of scene and noise (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  public boolean isStandard() {
    return scene.equals(STANDARD);
  }

  /**
   * The scene with a seed.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when its file is faulty
   */
  public Scene read(long withSeed) {
    SceneReader scenes = new SceneReader(kitchens());
    return isStandard() ? scenes.standard(withSeed) : scenes.read(Path.of(scene), withSeed);
  }

  /**
   * The chosen scene, to be opened; it is read once to see that it can be.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when its file is faulty
   */
  public SimulatedWorlds world() {
    var unused = read(seed);
    return SimulatedWorlds.of(name(), this::read);
  }

  /** The same with the scenes that lie beside it, or beside the kitchen's file. */
  public SimulatedWorlds worlds() {
    Optional<Path> given = isStandard() ? kitchen.file() : Optional.of(Path.of(scene));
    Path folder = given.map(file -> file.toAbsolutePath().getParent()).orElse(null);
    return world().andBeside(folder, kitchens());
  }

  /** The kitchens that scenes and tasks name. */
  Kitchens kitchens() {
    return kitchen.kitchens();
  }

  public boolean hasOwnKitchen() {
    return kitchen.isGiven();
  }

  /** The scene's name without the folder, for the trace. */
  String name() {
    return String.valueOf(Path.of(scene).getFileName());
  }

  public long seed() {
    return seed;
  }
}
