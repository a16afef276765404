package io.souschef.sim.kitchen.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.souschef.sim.kitchen.Furniture;
import io.souschef.sim.kitchen.Kitchen;
import io.souschef.sim.kitchen.ObjectCatalog;
import io.souschef.sim.kitchen.ObjectKind;
import io.souschef.sim.kitchen.Site;
import io.souschef.sim.kitchen.furniture.Piece;
import io.souschef.sim.kitchen.furniture.Rooms;
import io.souschef.skills.file.FaultException;
import io.souschef.skills.file.FileFault;
import io.souschef.skills.file.YamlDocument;
import io.souschef.skills.file.YamlSchema;
import io.souschef.skills.world.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a kitchen of its text, and finds all that is wrong with it at once. Used once. */
final class KitchenBuilder {

  private static final YamlSchema SCHEMA =
      new YamlSchema(KitchenBuilder.class, "kitchen.schema.json");
  private static final YamlSchema OBJECTS_SCHEMA =
      new YamlSchema(KitchenBuilder.class, "objects.schema.json");
  private static final YamlSchema SCENE_SCHEMA =
      new YamlSchema(KitchenBuilder.class, "scene.schema.json");
  private static final String OBJECTS = "/objects";
  private static final String SCENE = "/scene";
  private static final double WALL_HEIGHT_M = 2.4;

  private final KitchenSource source;
  private final YamlDocument document;
  private final List<FileFault> faults = new ArrayList<>();
  private final List<Furniture> furniture = new ArrayList<>();
  private final Map<Site, String> sites = new LinkedHashMap<>();
  private final Map<String, String> names = new HashMap<>();

  record Room(
      @JsonProperty("length") double lengthM,
      @JsonProperty("width") double widthM,
      @JsonProperty("wall_height") @Nullable Double wallHeightM) {}

  KitchenBuilder(KitchenSource source) {
    this.source = source;
    if (source.isShipped()) {
      this.document = YamlDocument.unchecked(source.name(), source.text());
      return;
    }
    this.document = YamlDocument.lenient(source.name(), source.text(), SCHEMA);
    if (document.at(OBJECTS).isArray()) {
      document.meet(OBJECTS, OBJECTS_SCHEMA, "kinds");
    }
    if (document.at(SCENE).isObject()) {
      document.meet(SCENE, SCENE_SCHEMA, "");
    }
  }

  /** The catalog file that a kitchen's text names. */
  static Optional<String> objectsFile(String name, String text) {
    JsonNode objects = YamlDocument.unchecked(name, text).at(OBJECTS);
    return objects.isTextual() ? Optional.of(objects.textValue()) : Optional.empty();
  }

  Kitchen require() {
    Optional<Kitchen> kitchen = build();
    FileFault.refuse(faults());
    return kitchen.orElseThrow();
  }

  /** Every fault in the order of the lines; those of a catalog file last. */
  List<FileFault> faults() {
    List<FileFault> all = new ArrayList<>(document.faults());
    all.addAll(faults);
    // Stable, so that the faults of a line keep their order.
    all.sort((a, b) -> a.file().equals(b.file()) ? Integer.compare(a.line(), b.line()) : 0);
    return all;
  }

  /** The kitchen; empty when it has faults. */
  Optional<Kitchen> build() {
    Optional<Room> room =
        document.isSound("/room") && document.at("/room").isObject()
            ? Optional.of(document.as("/room", Room.class))
            : Optional.empty();
    for (int i = 0; i < document.at("/furniture").size(); i++) {
      if (document.isSound("/furniture/" + i)) {
        addPiece("/furniture/" + i, room);
      }
    }
    checkPlaces();
    ObjectCatalog catalog = new ObjectCatalog(kinds());
    if (room.isEmpty() || !document.faults().isEmpty() || !faults.isEmpty()) {
      return Optional.empty();
    }
    Kitchen kitchen = kitchen(room.get(), catalog);
    sites.forEach((site, at) -> checkFloor(site, at, kitchen));
    if (faults.isEmpty()) {
      checkScene(kitchen);
    }
    return faults.isEmpty() ? Optional.of(kitchen) : Optional.empty();
  }

  private Kitchen kitchen(Room room, ObjectCatalog catalog) {
    List<Furniture> all = new ArrayList<>();
    double wallHeightM = room.wallHeightM() == null ? WALL_HEIGHT_M : room.wallHeightM();
    all.add(Rooms.walls(room.lengthM(), room.widthM(), wallHeightM));
    all.addAll(furniture);
    return new Kitchen(
        document.at("/name").asText(),
        room.lengthM(),
        room.widthM(),
        all,
        List.copyOf(sites.keySet()),
        catalog,
        document.at(SCENE).isObject()
            ? Optional.of(document.at(SCENE).toString())
            : Optional.empty());
  }

  private void addPiece(String at, Optional<Room> room) {
    FurnitureEntry entry = document.as(at, FurnitureEntry.class);
    if (room.isPresent() && !entry.standsIn(room.get().lengthM(), room.get().widthM())) {
      faults.add(
          document.fault(
              at + "/at",
              "%s stands outside of the room of %s x %s m; move it or make it smaller"
                  .formatted(entry.name(), room.get().lengthM(), room.get().widthM())));
    }
    Piece piece;
    try {
      piece = entry.build();
    } catch (IllegalArgumentException e) {
      faults.add(document.fault(at, String.valueOf(e.getMessage())));
      return;
    }
    Set<String> own = new HashSet<>(Set.of(entry.name()));
    piece.sites().forEach(site -> own.add(site.name()));
    for (String name : own) {
      if (name.equals(Rooms.WALLS) || names.putIfAbsent(name, at) != null) {
        faults.add(document.fault(at, "the name '%s' is taken; choose another".formatted(name)));
        return;
      }
    }
    furniture.stream()
        .filter(other -> Crowding.overlap(other, piece.furniture()))
        .findFirst()
        .ifPresent(
            other ->
                faults.add(
                    document.fault(
                        at + "/at",
                        "%s stands in the %s; move one of them"
                            .formatted(entry.name(), other.name()))));
    furniture.add(piece.furniture());
    piece.sites().forEach(site -> sites.put(site, at));
  }

  private void checkFloor(Site site, String at, Kitchen kitchen) {
    if (!Crowding.canStandBefore(site, kitchen)) {
      faults.add(
          document.fault(
              at,
              "nobody can come up to the %s: the robot needs 0.7 m of free floor before it; move it, turn it ('facing'), or clear what stands there"
                  .formatted(site.name())));
    }
  }

  private void checkPlaces() {
    Aliases aliases = new Aliases();
    sites.keySet().forEach(site -> aliases.name(site.name()));
    sites.forEach(
        (site, at) ->
            aliases
                .clash(site.name(), site.place().aliases())
                .ifPresent(clash -> faults.add(document.fault(at + "/aliases", clash))));
    boolean personMayBeThere =
        sites.keySet().stream().anyMatch(site -> site.place().kind() == Place.Kind.PERSON)
            || !document.isSound("/furniture")
            || !faults.isEmpty();
    if (!personMayBeThere && document.at("/furniture").isArray()) {
      faults.add(document.fault("/furniture", "nobody is there; add furniture of type person"));
    }
  }

  private List<ObjectKind> kinds() {
    List<ObjectKind> own = new ArrayList<>();
    if (document.at(OBJECTS).isArray()) {
      own.addAll(CatalogFile.kinds(document, OBJECTS, faults));
    } else if (source.objectsText().isPresent()) {
      YamlDocument catalog =
          YamlDocument.lenient(
              source.objectsName().orElse("objects"), source.objectsText().get(), OBJECTS_SCHEMA);
      faults.addAll(catalog.faults());
      own.addAll(CatalogFile.kinds(catalog, "/kinds", faults));
    }
    boolean declared = !document.at(OBJECTS).isMissingNode();
    if (!declared || document.at("/standard_objects").asBoolean(false)) {
      own.addAll(standardBeside(own));
    }
    return own;
  }

  /** The standard kinds, less the words that a kitchen's own kinds take for themselves. */
  private static List<ObjectKind> standardBeside(List<ObjectKind> own) {
    Set<String> taken = new HashSet<>();
    own.forEach(
        kind -> {
          taken.add(kind.noun());
          taken.addAll(kind.aliases());
        });
    return CatalogFile.standard().kinds().stream()
        .filter(kind -> !taken.contains(kind.noun()))
        .map(
            kind ->
                kind.withAliases(
                    kind.aliases().stream().filter(alias -> !taken.contains(alias)).toList()))
        .toList();
  }

  private void checkScene(Kitchen kitchen) {
    if (kitchen.usualScene().isPresent()) {
      YamlDocument scene = document.part(SCENE);
      try {
        new SceneBuilder(scene, scene.as(SceneDocument.class), kitchen, 1).build();
      } catch (FaultException e) {
        faults.add(e.fault());
      }
    }
  }
}
