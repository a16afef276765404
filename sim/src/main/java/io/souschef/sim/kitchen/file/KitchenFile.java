package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Kitchen;
import java.nio.file.Path;
import java.util.List;

/** Reads a kitchen from {@code kitchen.yaml} or a file of the same form. */
public final class KitchenFile {

  /** What scenes call the kitchen of those that name none. */
  public static final String DEFAULT = "default";

  private KitchenFile() {}

  /** The default kitchen. */
  public static Kitchen standard() {
    return KitchenSource.shipped(DEFAULT).kitchen();
  }

  /**
   * Reads a kitchen; its {@code objects} may name a catalog beside it.
   *
   * @throws io.souschef.skills.failure.InvalidInputException naming file, line and field
   */
  public static Kitchen read(Path file) {
    return KitchenSource.read(file).kitchen();
  }

  /**
   * Every fault of a kitchen file, a sentence each with file, line and field.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when it cannot be read at all
   */
  public static List<String> faults(Path file) {
    return KitchenSource.read(file).faults();
  }

  static Kitchen parse(String name, String yaml) {
    return KitchenSource.of(name, yaml).kitchen();
  }
}
