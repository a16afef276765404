package io.souschef.sim.kitchen.file;

import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.Scene;
import io.souschef.sim.kitchen.SceneRandomizer;
import io.souschef.sim.kitchen.SceneRandomizer.Clutter;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlSchema;
import io.souschef.skills.world.Place;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads scene files. A scene says what stands where in words; a seed decides the exact spots.
 * Immutable and safe to share.
 */
public final class SceneReader {

  private static final YamlSchema SCHEMA = new YamlSchema(SceneReader.class, "scene.schema.json");

  /** A home of which nothing is said: some things, every door shut, nothing in the hand. */
  private static final Clutter LIVED_IN = new Clutter(8, 24, 0, 0);

  private final Kitchens kitchens;

  /**
   * A reader.
   *
   * @param standard the kitchen of scenes that name none
   */
  public SceneReader(Kitchen standard) {
    this(new Kitchens(standard));
  }

  /** A reader that finds the kitchens that scenes name among these. */
  public SceneReader(Kitchens kitchens) {
    this.kitchens = kitchens;
  }

  /**
   * How the kitchen of scenes that name none usually looks: as its file says; where it says
   * nothing, the default kitchen as the default scene does, and any other as the seed will have it.
   */
  public Scene standard(long seed) {
    Kitchen kitchen = kitchens.standard();
    if (kitchen.usualScene().isPresent()) {
      String name = "The usual scene of the kitchen '%s'".formatted(kitchen.name());
      YamlDocument usual = YamlDocument.parse(name, kitchen.usualScene().get(), SCHEMA);
      return build(usual, kitchen, seed);
    }
    if (kitchen.name().equals(KitchenFile.DEFAULT)) {
      return build(YamlDocument.resource("scene.yaml", SCHEMA), kitchen, seed);
    }
    Scene drawn = new SceneRandomizer(kitchen, LIVED_IN).scene(seed);
    String person =
        kitchen.places().stream()
            .filter(place -> place.kind() == Place.Kind.PERSON)
            .map(Place::name)
            .findFirst()
            .orElse(drawn.robotAt());
    return new Scene(
        kitchen, drawn.objects(), drawn.open(), person, drawn.held(), drawn.disturbances());
  }

  /**
   * Reads a scene file; a kitchen file it names is looked for beside it.
   *
   * @throws InvalidInputException naming file, line and field
   */
  public Scene read(Path file, long seed) {
    return scene(YamlDocument.read("Scene file", file, SCHEMA), file, seed);
  }

  /**
   * Reads a scene from YAML or JSON text; a kitchen file it names is looked for where the program
   * runs.
   *
   * @param name what messages call the text: "tasks.jsonl, line 3, scene"
   * @throws InvalidInputException naming the text, line and field
   */
  public Scene parse(String name, String text, long seed) {
    return scene(YamlDocument.parse(name, text, SCHEMA), null, seed);
  }

  private Scene scene(YamlDocument document, @Nullable Path file, long seed) {
    SceneDocument content = document.as(SceneDocument.class);
    return build(document, kitchen(document, content, file), seed);
  }

  private static Scene build(YamlDocument document, Kitchen kitchen, long seed) {
    return new SceneBuilder(document, document.as(SceneDocument.class), kitchen, seed).build();
  }

  private Kitchen kitchen(YamlDocument document, SceneDocument content, @Nullable Path file) {
    String name = content.kitchen();
    if (name == null) {
      return kitchens.standard();
    }
    return kitchens
        .named(Kitchens.beside(file, name))
        .orElseThrow(
            () ->
                document.error(
                    "/kitchen",
                    "there is no kitchen '%s'; write %s, or the name of a kitchen file that stands beside, ending in .yaml"
                        .formatted(name, String.join(" or ", KitchenSource.SHIPPED))));
  }
}
