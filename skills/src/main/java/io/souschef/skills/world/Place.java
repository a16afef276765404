package io.souschef.skills.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;

/**
 * A named place that a robot can stand at and put things on or in.
 *
 * @param name the words people use, without article: "close counter"
 * @param kind what can be done with it
 * @param pose centre of its surface or opening, map frame
 * @param lengthM extent along the pose's x axis, metres
 * @param widthM extent along the pose's y axis, metres
 * @param attributes what is true of it: "surface", "kitchen"; those of its kind are always there
 * @param aliases other words people use for it: "refrigerator"
 */
public record Place(
    String name,
    Kind kind,
    Pose pose,
    double lengthM,
    double widthM,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> attributes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> aliases) {

  /** What people call themselves. */
  private static final Set<String> OWN = Set.of("me", "myself", "i", "you");

  public Place {
    attributes = Words.attributes(kind, attributes);
    aliases = Words.aliases(aliases);
  }

  /** A place of which no more is known. */
  public Place(String name, Kind kind, Pose pose, double lengthM, double widthM) {
    this(name, kind, pose, lengthM, widthM, Set.of(), List.of());
  }

  /** The same with other attributes and aliases. */
  public Place with(Set<String> newAttributes, List<String> newAliases) {
    return new Place(name, kind, pose, lengthM, widthM, newAttributes, newAliases);
  }

  /** Where something is that is there: "on the table", "in the trash can". */
  public String where() {
    return kind.preposition() + " " + named();
  }

  /** Where the robot is that is there: "at the table", "beside the host". */
  public String beside() {
    return (kind == Kind.PERSON ? "beside " : "at ") + named();
  }

  /** As it is spoken of: "the table"; who is called "me" in the file is "you" to the robot. */
  public String named() {
    return kind == Kind.PERSON && OWN.contains(name) ? "you" : "the " + name;
  }

  /** What can be done with a place. */
  public enum Kind {
    /** Things stand on it. */
    SURFACE("on", "surface wipeable"),
    /** Things are dropped in and stay: a trash can, a compost bin. */
    BIN("in", "container bin"),
    /** Open from above: a sink, a bowl. */
    BASIN("in", "container"),
    /** Must be opened before things go in or come out: a fridge, a drawer. */
    CLOSABLE("in", "container opens"),
    /** A person; things are handed over beside them. */
    PERSON("with", "person");

    private final String preposition;
    private final String attributes;

    Kind(String preposition, String attributes) {
      this.preposition = preposition;
      this.attributes = attributes;
    }

    /** What is true of every place of this kind. */
    public Set<String> attributes() {
      return Set.of(attributes.split(" "));
    }

    /** "on", "in" or "with", for "on the table". */
    public String preposition() {
      return preposition;
    }
  }
}
