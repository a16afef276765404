package io.souschef.ros.config;

import io.souschef.skills.world.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The robot's words for objects and places. */
public record Words(List<KindEntry> kinds, List<PlaceEntry> places) {

  /**
   * A kind of object.
   *
   * @param plural plural noun; the noun with an s when empty
   * @param standable whether it can stand upright
   * @param classId what the detector calls it; the noun when empty
   * @param massKg what one weighs at most, kilograms, for the payload limit
   * @param attributes what is true of it: "cold"
   * @param aliases other words for it alone
   */
  public record KindEntry(
      String noun,
      Optional<String> plural,
      boolean standable,
      Optional<String> classId,
      Optional<Double> massKg,
      Set<String> attributes,
      List<String> aliases) {

    public KindEntry {
      attributes = Set.copyOf(attributes);
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * A place: centre of its surface or opening in the map frame, metres and radians.
   *
   * @param approach where the base stands to work there; its own floor point when empty
   * @param reach how near to that the base must stand to be there, metres
   * @param attributes what is true of it besides what follows from its kind
   * @param aliases other words for it alone
   */
  public record PlaceEntry(
      String name,
      Place.Kind kind,
      double x,
      double y,
      double z,
      double yaw,
      double length,
      double width,
      Optional<Stand> approach,
      double reach,
      Set<String> attributes,
      List<String> aliases) {

    public PlaceEntry {
      attributes = Set.copyOf(attributes);
      aliases = List.copyOf(aliases);
    }
  }

  /** A pose of the base on the floor, map frame. */
  public record Stand(double x, double y, double yaw) {}
}
