package io.souschef.app.cli.option;

import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.file.Kitchens;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that choose the simulated world: shared by the commands that simulate one. */
public final class SceneOptions {

  /** How fast the simulation runs. */
  enum Speed {
    REAL,
    MAX
  }

  @Mixin private KitchenOptions kitchen = new KitchenOptions();

  @Option(
      names = "--speed",
      defaultValue = "max",
      description = "real or max (default: ${DEFAULT-VALUE}).")
  private Speed speed = Speed.MAX;

  public boolean isStandard() {
    return kitchen.isStandard();
  }

  /**
   * The scene that was asked for.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when its file is faulty
   */
  public Scene read() {
    return kitchen.read(seed());
  }

  /** The kitchens that scenes and tasks name. */
  public Kitchens kitchens() {
    return kitchen.kitchens();
  }

  public boolean hasOwnKitchen() {
    return kitchen.hasOwnKitchen();
  }

  /** The part that can be set up anew. */
  public KitchenOptions kitchen() {
    return kitchen;
  }

  /** The scene's name without the folder, for the trace. */
  public String name() {
    return kitchen.name();
  }

  public long seed() {
    return kitchen.seed();
  }

  public boolean isRealTime() {
    return speed == Speed.REAL;
  }
}
