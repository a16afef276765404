package io.souschef.app.cli.option;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.file.KitchenSource;
import io.souschef.sim.kitchen.file.Kitchens;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The kitchen of everything that names none: one way for all commands. */
public final class KitchenOption {

  @Option(
      names = "--kitchen",
      paramLabel = "FILE",
      description =
          "Your own kitchen file, or a shipped kitchen's name; where a scene or task names none"
              + " (docs/own-kitchen.md).")
  private @Nullable String kitchen;

  boolean isGiven() {
    return kitchen != null;
  }

  /** Its file; empty for a shipped kitchen. */
  Optional<Path> file() {
    return Optional.ofNullable(kitchen)
        .filter(named -> !KitchenSource.SHIPPED.contains(named))
        .map(Path::of);
  }

  /**
   * What the kitchen is read from.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when the file cannot be read
   */
  KitchenSource source() {
    String named = kitchen;
    if (named == null) {
      return KitchenSource.shipped("default");
    }
    // Any file will do here: who names one on the command line need not end it in .yaml.
    return KitchenSource.SHIPPED.contains(named)
        ? KitchenSource.shipped(named)
        : KitchenSource.read(Path.of(named));
  }

  /**
   * The kitchen.
   *
   * @throws io.souschef.skills.failure.InvalidInputException naming the first fault of its file
   */
  public Kitchen read() {
    return source().kitchen();
  }

  /** The kitchen among those that scenes and tasks name. */
  public Kitchens kitchens() {
    return new Kitchens(read());
  }
}
