package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlSchema;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads scene files. A scene says what stands where in words; a seed decides the exact spots.
 * Immutable and safe to share.
 */
public final class SceneReader {

  private static final YamlSchema SCHEMA = new YamlSchema(SceneReader.class, "scene.schema.json");

  private final Kitchen standard;

  /**
   * A reader.
   *
   * @param standard the kitchen of scenes that name none, or {@code default}
   */
  public SceneReader(Kitchen standard) {
    this.standard = standard;
  }

  /** The default scene. */
  public Scene standard(long seed) {
    return scene(YamlDocument.resource("scene.yaml", SCHEMA), null, seed);
  }

  /**
   * Reads a scene file; a kitchen file it names is looked for beside it.
   *
   * @throws io.souschef.skills.InvalidInputException naming file, line and field
   */
  public Scene read(Path file, long seed) {
    return scene(YamlDocument.read("Scene file", file, SCHEMA), file, seed);
  }

  /**
   * Reads a scene from YAML or JSON text.
   *
   * @param name what messages call the text: "tasks.jsonl, line 3, scene"
   * @throws io.souschef.skills.InvalidInputException naming the text, line and field
   */
  public Scene parse(String name, String text, long seed) {
    return scene(YamlDocument.parse(name, text, SCHEMA), null, seed);
  }

  private Scene scene(YamlDocument document, @Nullable Path file, long seed) {
    SceneDocument content = document.as(SceneDocument.class);
    return new SceneBuilder(document, content, kitchen(document, content, file), seed).build();
  }

  private Kitchen kitchen(YamlDocument document, SceneDocument content, @Nullable Path file) {
    String name = content.kitchen();
    if (name == null || name.equals("default") || name.equals(standard.name())) {
      return standard;
    }
    if (file == null || !name.matches(".*\\.ya?ml")) {
      throw document.error(
          "/kitchen",
          "there is no kitchen '%s'; write default or a kitchen file's name, ending in .yaml"
              .formatted(name));
    }
    return KitchenFile.read(file.resolveSibling(name));
  }
}
