package io.souschef.sim.kitchen.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.souschef.sim.kitchen.ObjectCatalog;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.shape.Rgb;
import io.souschef.sim.kitchen.shape.Shape;
import io.souschef.skills.file.FileFault;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlSchema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the kinds of objects from {@code objects.yaml} or a file of the same form. */
public final class CatalogFile {

  private static final YamlSchema SCHEMA = new YamlSchema(CatalogFile.class, "objects.schema.json");

  private static final String ABSORBENT = "absorbent";

  private CatalogFile() {}

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
   * @throws io.souschef.skills.failure.InvalidInputException naming file, line and field
   */
  public static ObjectCatalog read(Path file) {
    return catalog(YamlDocument.read("Object catalog", file, SCHEMA));
  }

  static ObjectCatalog parse(String name, String yaml) {
    return catalog(YamlDocument.parse(name, yaml, SCHEMA));
  }

  private static ObjectCatalog catalog(YamlDocument document) {
    List<FileFault> faults = new ArrayList<>();
    ObjectCatalog catalog = new ObjectCatalog(kinds(document, "/kinds", faults));
    FileFault.refuse(faults);
    return catalog;
  }

  /**
   * The kinds of a list as far as they are sound.
   *
   * @param faults takes what is wrong with the others, but for their form
   */
  static List<ObjectKind> kinds(YamlDocument document, String list, List<FileFault> faults) {
    List<ObjectKind> kinds = new ArrayList<>();
    Map<String, String> places = new LinkedHashMap<>();
    for (int i = 0; i < document.at(list).size(); i++) {
      String at = list + "/" + i;
      if (!document.isSound(at)) {
        continue;
      }
      try {
        ObjectKind kind = document.as(at, Entry.class).kind();
        if (places.putIfAbsent(kind.noun(), at) == null) {
          kinds.add(kind);
        } else {
          String twice = "'%s' stands here twice; every noun once".formatted(kind.noun());
          faults.add(document.fault(at + "/noun", twice));
        }
      } catch (IllegalArgumentException e) {
        faults.add(document.fault(at, String.valueOf(e.getMessage())));
      }
    }
    Aliases aliases = new Aliases();
    kinds.forEach(kind -> aliases.name(kind.noun()));
    for (ObjectKind kind : kinds) {
      String at = places.get(kind.noun()) + "/aliases";
      aliases
          .clash(kind.noun(), kind.aliases())
          .ifPresent(clash -> faults.add(document.fault(at, clash)));
    }
    return kinds;
  }
}
