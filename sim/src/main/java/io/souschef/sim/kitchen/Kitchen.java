package io.souschef.sim.kitchen;

import io.souschef.sim.kitchen.shape.Part;
import io.souschef.sim.kitchen.shape.Vec3;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A room with furniture and named places. The map frame's origin lies in a corner of the floor; the
 * room spans x from 0 to its length and y from 0 to its width. Immutable.
 *
 * @param name the kitchen's name, as scene files use it
 * @param lengthM extent of the room along x, metres
 * @param widthM extent of the room along y, metres
 * @param furniture everything solid: walls, the person who stands there, tables, bins, ...
 * @param sites the places, in the order of the file
 * @param catalog the kinds of objects that may be there
 * @param usualScene how it looks when nobody says otherwise, in the words of a scene file (JSON)
 */
public record Kitchen(
    String name,
    double lengthM,
    double widthM,
    List<Furniture> furniture,
    List<Site> sites,
    ObjectCatalog catalog,
    Optional<String> usualScene) {

  public Kitchen {
    furniture = List.copyOf(furniture);
    sites = List.copyOf(sites);
  }

  public Optional<Site> site(String name) {
    return sites.stream().filter(site -> site.name().equals(name)).findFirst();
  }

  public List<Place> places() {
    return sites.stream().map(Site::place).toList();
  }

  /** The words of a robot in this kitchen. */
  public Vocabulary vocabulary() {
    return new Vocabulary(
        catalog.kinds().stream().filter(kind -> !kind.isSpill()).map(ObjectKind::word).toList(),
        places(),
        catalog.kinds().stream().filter(ObjectKind::isSpill).map(ObjectKind::noun).toList());
  }

  /** Everything that never moves. */
  public List<Part> staticParts() {
    return furniture.stream().flatMap(piece -> piece.parts().stream()).toList();
  }

  /** Doors and drawers. */
  public List<MovablePart> movableParts() {
    return furniture.stream().flatMap(piece -> piece.movable().stream()).toList();
  }

  /**
   * The place that a thing with this centre is on or in.
   *
   * @param jointPositions position of each door and drawer by place; 0 where missing
   */
  public Optional<Site> siteHolding(Vec3 centre, Map<String, Double> jointPositions) {
    return sites.stream()
        .filter(site -> site.holds(centre, jointPositions.getOrDefault(site.name(), 0.0)))
        .findFirst();
  }

  /** Places whose working area a robot base stands in, the nearest first. */
  public List<Site> sitesAt(Pose base) {
    return sites.stream()
        .filter(site -> site.isStoodAtFrom(base.x(), base.y()))
        .sorted(Comparator.comparingDouble(site -> site.place().pose().floorDistanceTo(base)))
        .toList();
  }
}
