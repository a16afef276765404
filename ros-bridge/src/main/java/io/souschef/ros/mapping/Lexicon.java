package io.souschef.ros.mapping;

import io.souschef.ros.config.Words;
import io.souschef.ros.config.Words.KindEntry;
import io.souschef.ros.config.Words.PlaceEntry;
import io.souschef.ros.config.Words.Stand;
import io.souschef.skills.failure.InvalidInputException;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import io.souschef.skills.world.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The robot's words and what stands behind them. Immutable. */
public final class Lexicon {

  private final Map<String, KindEntry> kinds = new LinkedHashMap<>();
  private final Map<String, String> nouns = new LinkedHashMap<>();
  private final Map<String, PlaceEntry> entries = new LinkedHashMap<>();
  private final Vocabulary vocabulary;

  public Lexicon(Words words) {
    for (KindEntry kind : words.kinds()) {
      once(kinds.putIfAbsent(kind.noun(), kind) == null, "kind", kind.noun());
      nouns.put(kind.classId().orElse(kind.noun()), kind.noun());
    }
    for (PlaceEntry place : words.places()) {
      once(entries.putIfAbsent(place.name(), place) == null, "place", place.name());
    }
    vocabulary =
        new Vocabulary(
            kinds.values().stream()
                .map(
                    k ->
                        new Vocabulary.Kind(
                            k.noun(),
                            k.plural().orElse(k.noun() + "s"),
                            k.standable(),
                            k.attributes(),
                            k.aliases()))
                .toList(),
            entries.values().stream().map(Lexicon::place).toList());
  }

  private static void once(boolean first, String what, String name) {
    if (!first) {
      throw new InvalidInputException(
          "The robot file names the %s '%s' twice; take one out".formatted(what, name));
    }
  }

  private static Place place(PlaceEntry entry) {
    return new Place(
        entry.name(),
        entry.kind(),
        Pose.upright(entry.x(), entry.y(), entry.z(), entry.yaw()),
        entry.length(),
        entry.width(),
        entry.attributes(),
        entry.aliases());
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public Optional<Place> place(String name) {
    return vocabulary.places().stream().filter(place -> place.name().equals(name)).findFirst();
  }

  public boolean isKind(String noun) {
    return kinds.containsKey(noun);
  }

  /** The noun for what a detector calls a class. */
  public Optional<String> noun(String classId) {
    return Optional.ofNullable(nouns.get(classId));
  }

  /** What a detector calls a noun. */
  public String classId(String noun) {
    KindEntry kind = kinds.get(noun);
    return kind == null ? noun : kind.classId().orElse(noun);
  }

  public Optional<Double> massKg(String noun) {
    return Optional.ofNullable(kinds.get(noun)).flatMap(KindEntry::massKg);
  }

  /** Where the base stands to work at a place, map frame. */
  public Optional<Pose> approach(String name) {
    return Optional.ofNullable(entries.get(name))
        .map(
            entry -> {
              Stand stand =
                  entry.approach().orElseGet(() -> new Stand(entry.x(), entry.y(), entry.yaw()));
              return Pose.upright(stand.x(), stand.y(), 0, stand.yaw());
            });
  }

  /** The place whose working area the base stands in: the nearest within reach. */
  public Optional<String> at(Pose base) {
    String nearest = null;
    double least = Double.MAX_VALUE;
    for (PlaceEntry entry : entries.values()) {
      double distance = approach(entry.name()).map(base::floorDistanceTo).orElse(Double.MAX_VALUE);
      if (distance <= entry.reach() && distance < least) {
        nearest = entry.name();
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * The place on or in which a point lies: within its outline and at most 0.3 m from its height.
   */
  public Optional<String> around(Pose point) {
    return vocabulary.places().stream()
        .filter(place -> place.kind() != Place.Kind.PERSON)
        .filter(place -> isWithin(place, point))
        .map(Place::name)
        .findFirst();
  }

  private static boolean isWithin(Place place, Pose point) {
    Pose centre = place.pose();
    double dx = point.x() - centre.x();
    double dy = point.y() - centre.y();
    double along = dx * Math.cos(centre.yaw()) + dy * Math.sin(centre.yaw());
    double across = dy * Math.cos(centre.yaw()) - dx * Math.sin(centre.yaw());
    return Math.abs(along) <= place.lengthM() / 2
        && Math.abs(across) <= place.widthM() / 2
        && Math.abs(point.z() - centre.z()) <= 0.3;
  }
}
