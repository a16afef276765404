package io.souschef.training.language.text.lexicon;

import io.souschef.skills.world.Place;
import io.souschef.skills.world.Pose;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A place of a home or an office.
 *
 * @param name words without article: "close counter"
 * @param preposition "on", "in" or "at": how people say that something is there
 * @param attributes what is true of it: "surface", "opens"
 * @param aliases other words people use for it: "refrigerator"
 */
public record Spot(String name, String preposition, Set<String> attributes, List<String> aliases)
    implements Entry {

  public Spot {
    attributes = Set.copyOf(attributes);
    aliases = List.copyOf(aliases);
  }

  public boolean opens() {
    return attributes.contains("opens");
  }

  /** Whether people may mean this place when they name the other: "the drawer". */
  public boolean sharesNameWith(Spot other) {
    return !equals(other) && !Collections.disjoint(aliases, other.aliases);
  }

  /** The place as a robot knows it; its pose and extent mean nothing here. */
  public Place place() {
    return new Place(name, kind(), Pose.upright(0, 0, 0, 0), 1, 1);
  }

  private Place.Kind kind() {
    if (opens()) {
      return Place.Kind.CLOSABLE;
    }
    if (attributes.contains("bin")) {
      return Place.Kind.BIN;
    }
    if (name.equals("user")) {
      return Place.Kind.PERSON;
    }
    return attributes.contains("surface") || attributes.contains("seat")
        ? Place.Kind.SURFACE
        : Place.Kind.BASIN;
  }
}
