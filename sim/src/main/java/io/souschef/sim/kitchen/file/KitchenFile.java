package io.souschef.sim.kitchen.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectCatalog;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.furniture.Piece;
import io.souschef.sim.kitchen.furniture.Rooms;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlSchema;
import io.souschef.skills.world.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a kitchen from {@code kitchen.yaml} or a file of the same form. */
public final class KitchenFile {

  private static final YamlSchema SCHEMA = new YamlSchema(KitchenFile.class, "kitchen.schema.json");

  private KitchenFile() {}

  record Document(
      String name, Room room, @Nullable String objects, List<FurnitureEntry> furniture) {}

  record Room(
      @JsonProperty("length") double lengthM,
      @JsonProperty("width") double widthM,
      @JsonProperty("wall_height") @Nullable Double wallHeightM) {}

  /** The default kitchen. */
  public static Kitchen standard() {
    return kitchen(YamlDocument.resource("kitchen.yaml", SCHEMA), null);
  }

  /**
   * Reads a kitchen; its {@code objects} names a catalog beside it.
   *
   * @throws io.souschef.skills.InvalidInputException naming file, line and field
   */
  public static Kitchen read(Path file) {
    return kitchen(YamlDocument.read("Kitchen file", file, SCHEMA), file);
  }

  static Kitchen parse(String name, String yaml) {
    return kitchen(YamlDocument.parse(name, yaml, SCHEMA), null);
  }

  private static Kitchen kitchen(YamlDocument document, @Nullable Path file) {
    Document content = document.as(Document.class);
    Room room = content.room();
    List<Furniture> furniture = new ArrayList<>();
    furniture.add(
        Rooms.walls(
            room.lengthM(), room.widthM(), room.wallHeightM() == null ? 2.4 : room.wallHeightM()));
    List<Site> sites = new ArrayList<>();
    Set<String> names = new HashSet<>(Set.of(Rooms.WALLS));
    Aliases aliases = new Aliases();
    for (int i = 0; i < content.furniture().size(); i++) {
      FurnitureEntry entry = content.furniture().get(i);
      String at = "/furniture/" + i;
      Piece piece;
      try {
        piece = entry.build();
      } catch (IllegalArgumentException e) {
        throw document.error(at, e);
      }
      Set<String> own = new HashSet<>(Set.of(entry.name()));
      piece.sites().forEach(site -> own.add(site.name()));
      for (String name : own) {
        if (!names.add(name)) {
          throw document.error(at, "the name '%s' is taken; choose another".formatted(name));
        }
      }
      if (!entry.standsIn(room.lengthM(), room.widthM())) {
        throw document.error(
            at + "/at",
            "%s stands outside of the room of %s x %s m"
                .formatted(entry.name(), room.lengthM(), room.widthM()));
      }
      furniture.add(piece.furniture());
      sites.addAll(piece.sites());
    }
    sites.forEach(site -> aliases.name(site.name()));
    for (Site site : sites) {
      aliases
          .clash(site.name(), site.place().aliases())
          .ifPresent(
              fault -> {
                throw document.error("/furniture", fault);
              });
    }
    if (sites.stream().noneMatch(site -> site.place().kind() == Place.Kind.PERSON)) {
      throw document.error("/furniture", "nobody is there; add furniture of type person");
    }
    return new Kitchen(
        content.name(), room.lengthM(), room.widthM(), furniture, sites, catalog(content, file));
  }

  private static ObjectCatalog catalog(Document content, @Nullable Path file) {
    return file == null || content.objects() == null
        ? CatalogFile.standard()
        : CatalogFile.read(file.resolveSibling(content.objects()));
  }
}
