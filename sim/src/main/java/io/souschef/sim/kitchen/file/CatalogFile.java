package io.souschef.sim.kitchen.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.sim.kitchen.ObjectCatalog;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Rgb;
import io.souschef.sim.kitchen.Shape;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the kinds of objects from {@code objects.yaml} or a file of the same form. */
public final class CatalogFile {

  private static final YamlSchema SCHEMA = new YamlSchema(CatalogFile.class, "objects.schema.json");

  private static final String ABSORBENT = "absorbent";

  private CatalogFile() {}

  record Document(List<Entry> kinds) {}

  record Entry(
      String noun,
      @Nullable String plural,
      Form shape,
      @JsonProperty("mass_kg") double massKg,
      @Nullable Double friction,
      String color,
      String category,
      @Nullable Set<String> attributes,
      @Nullable Boolean standable,
      @Nullable List<String> aliases) {

    ObjectKind kind() {
      return new ObjectKind(
          noun,
          plural == null ? noun + "s" : plural,
          shape.shape(),
          massKg,
          friction == null ? 0.6 : friction,
          Rgb.parse(color),
          category,
          wiping(attributes == null ? Set.of() : attributes),
          standable != null && standable,
          aliases == null ? List.of() : aliases);
    }
  }

  /** Catalogs of before say "wipes" of what is absorbent. */
  private static Set<String> wiping(Set<String> attributes) {
    Set<String> all = new HashSet<>(attributes);
    if (all.contains("wipes")) {
      all.add(ABSORBENT);
    }
    return all;
  }

  record Form(
      @Nullable List<Double> box, @Nullable List<Double> cylinder, @Nullable Double sphere) {

    Shape shape() {
      if (box != null) {
        return new Shape.Box(box.get(0), box.get(1), box.get(2));
      }
      if (cylinder != null) {
        return new Shape.Cylinder(cylinder.get(0) / 2, cylinder.get(1));
      }
      return new Shape.Sphere(sphere == null ? 0 : sphere / 2);
    }
  }

  /** The catalog that Souschef ships. */
  public static ObjectCatalog standard() {
    return catalog(YamlDocument.resource("objects.yaml", SCHEMA));
  }

  /**
   * Reads a catalog.
   *
   * @throws io.souschef.skills.InvalidInputException naming file, line and field
   */
  public static ObjectCatalog read(Path file) {
    return catalog(YamlDocument.read("Object catalog", file, SCHEMA));
  }

  static ObjectCatalog parse(String name, String yaml) {
    return catalog(YamlDocument.parse(name, yaml, SCHEMA));
  }

  private static ObjectCatalog catalog(YamlDocument document) {
    List<ObjectKind> kinds = new ArrayList<>();
    Set<String> nouns = new HashSet<>();
    for (Entry entry : document.as(Document.class).kinds()) {
      String at = "/kinds/" + kinds.size();
      if (!nouns.add(entry.noun())) {
        throw document.error(
            at + "/noun", "'%s' stands here twice; every noun once".formatted(entry.noun()));
      }
      try {
        kinds.add(entry.kind());
      } catch (IllegalArgumentException e) {
        throw document.error(at, e);
      }
    }
    Aliases aliases = new Aliases();
    kinds.forEach(kind -> aliases.name(kind.noun()));
    for (int i = 0; i < kinds.size(); i++) {
      ObjectKind kind = kinds.get(i);
      String at = "/kinds/" + i + "/aliases";
      aliases
          .clash(kind.noun(), kind.aliases())
          .ifPresent(
              fault -> {
                throw document.error(at, fault);
              });
    }
    return new ObjectCatalog(kinds);
  }
}
