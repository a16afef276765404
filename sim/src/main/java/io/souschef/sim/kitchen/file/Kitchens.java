package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Kitchen;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The kitchens that scenes name: the one of scenes that name none, those that are shipped, and
 * files, each read once. Safe to share.
 */
public final class Kitchens {

  private final Kitchen standard;
  private final Map<String, Kitchen> known = new ConcurrentHashMap<>();

  /**
   * Kitchens whose files are read when they are first named.
   *
   * @param standard the kitchen of scenes that name none
   */
  public Kitchens(Kitchen standard) {
    this.standard = standard;
  }

  /**
   * Kitchens that were read before, so that nothing that happens to their files changes them.
   *
   * @param read name as scenes write it, to what was read
   */
  public Kitchens(Kitchen standard, Map<String, KitchenSource> read) {
    this(standard);
    read.forEach((name, source) -> known.put(name, source.kitchen()));
  }

  /**
   * How a kitchen that a file names is called from where the program runs: a kitchen file stands
   * beside the file that names it, all others have but a name.
   *
   * @param file the scene or suite; null for text that is no file
   */
  public static String beside(@Nullable Path file, String name) {
    return file == null || !isFile(name) ? name : file.resolveSibling(name).toString();
  }

  /** Whether a scene that writes this names a file. */
  public static boolean isFile(String name) {
    return name.matches(".*\\.ya?ml");
  }

  Kitchen standard() {
    return standard;
  }

  /**
   * The kitchen of a name or file.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when the file cannot be read or has
   *     faults
   */
  Optional<Kitchen> named(String name) {
    if (name.equals(standard.name())) {
      return Optional.of(standard);
    }
    Kitchen there = known.get(name);
    if (there != null) {
      return Optional.of(there);
    }
    return source(name).map(source -> known.computeIfAbsent(name, key -> source.kitchen()));
  }

  /**
   * What a kitchen's name or file stands for; empty when it is neither a shipped kitchen nor a file
   * by its name.
   *
   * @throws io.souschef.skills.failure.InvalidInputException when the file cannot be read
   */
  public static Optional<KitchenSource> source(String name) {
    if (KitchenSource.SHIPPED.contains(name)) {
      return Optional.of(KitchenSource.shipped(name));
    }
    return isFile(name) ? Optional.of(KitchenSource.read(Path.of(name))) : Optional.empty();
  }
}
