package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.FileFault;
import io.souschef.skills.file.PlainFile;
import io.souschef.skills.file.Resource;
import io.souschef.skills.file.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a kitchen is read from, as text: what was read once stays so, whatever becomes of
 * its files, and can be sent elsewhere. Immutable.
 *
 * @param name what messages call the kitchen's file
 * @param text its YAML
 * @param objectsName what messages call the catalog that it names; empty where it names none
 * @param objectsText that catalog's YAML
 */
public record KitchenSource(
    String name, String text, Optional<String> objectsName, Optional<String> objectsText) {

  /** Kitchens that Souschef brings along, by name. */
  public static final List<String> SHIPPED = List.of(KitchenFile.DEFAULT, "flat");

  private static final String FILE = "Kitchen file";

  /**
   * Reads a kitchen file, and the catalog beside it that it names.
   *
   * @throws InvalidInputException when one of them cannot be read or is no YAML
   */
  public static KitchenSource read(Path file) {
    String text = new PlainFile(FILE, file).text(PlainFile.HAND_WRITTEN);
    String name = FILE + " '" + file + "'";
    Optional<Path> objects = catalogOf(file, text);
    return new KitchenSource(
        name,
        text,
        objects.map(catalog -> "Object catalog '" + catalog + "'"),
        objects.map(
            catalog -> new PlainFile("Object catalog", catalog).text(PlainFile.HAND_WRITTEN)));
  }

  /**
   * The catalog beside a kitchen file that it names; empty where it names none.
   *
   * @throws InvalidInputException when the file cannot be read or is no YAML
   */
  public static Optional<Path> catalogOf(Path file) {
    return catalogOf(file, new PlainFile(FILE, file).text(PlainFile.HAND_WRITTEN));
  }

  private static Optional<Path> catalogOf(Path file, String text) {
    return KitchenBuilder.objectsFile(FILE + " '" + file + "'", text)
        .map(Path::of)
        .map(file::resolveSibling);
  }

  /** A kitchen that Souschef brings along; one of {@link #SHIPPED}. */
  public static KitchenSource shipped(String name) {
    String file = file(name);
    String text = resource(file);
    Optional<String> objects = KitchenBuilder.objectsFile(file, text);
    return new KitchenSource(file, text, objects, objects.map(KitchenSource::resource));
  }

  /** Whether Souschef brings it along: the tests hold it against its schema. */
  boolean isShipped() {
    return SHIPPED.stream().map(KitchenSource::file).anyMatch(name::equals);
  }

  private static String file(String name) {
    return name.equals(KitchenFile.DEFAULT) ? "kitchen.yaml" : name + ".yaml";
  }

  /** Text that is no file. */
  static KitchenSource of(String name, String text) {
    return new KitchenSource(name, text, Optional.empty(), Optional.empty());
  }

  /**
   * The kitchen.
   *
   * @throws InvalidInputException naming file, line and field of the first fault
   */
  public Kitchen kitchen() {
    return new KitchenBuilder(this).require();
  }

  /** Every fault, a sentence each with file, line and field, in the order of the file. */
  public List<String> faults() {
    KitchenBuilder builder = new KitchenBuilder(this);
    builder.build();
    return builder.faults().stream().map(FileFault::sentence).toList();
  }

  /** SHA-256 of all that the kitchen follows from, hexadecimal. */
  public String sha256() {
    return Sha256.of(text, objectsText.orElse(""));
  }

  private static String resource(String name) {
    return Resource.text(KitchenSource.class, name);
  }
}
