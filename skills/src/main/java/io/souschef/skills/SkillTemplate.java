package io.souschef.skills;

import io.souschef.skills.effect.Declaration;
import java.util.Map;
import java.util.Optional;

/**
 * A skill before its arguments are bound.
 *
 * @param action what a robot runs, lower snake case
 * @param text wording with slots: "pick up {the object}", "find {a object}", "put {the object} {in
 *     the place}"
 * @param arguments argument name to its type, in the order of the file
 * @param declaration what it needs and does; empty where nobody can tell without trying
 */
public record SkillTemplate(
    String action,
    String text,
    Map<String, ArgumentType> arguments,
    Optional<Declaration> declaration) {

  /** A template about which nothing is declared. */
  public SkillTemplate(String action, String text, Map<String, ArgumentType> arguments) {
    this(action, text, arguments, Optional.empty());
  }

  /**
   * Begins a template in code.
   *
   * @param action what a robot runs, lower snake case
   * @param text wording with slots: "pick up {the object}"
   */
  public static SkillBuilder builder(String action, String text) {
    return new SkillBuilder(action, text);
  }

  /** Its words without the arguments' values: "pick up the object". */
  public String wording() {
    return Wording.generic(text);
  }

  /** What may stand for an argument. */
  public enum ArgumentType {
    /** Any kind of object the robot has a word for. */
    KIND,
    /** A kind that can stand upright. */
    STANDABLE,
    /** A kind of which at least one is known to be there, as the robot perceives it. */
    KNOWN,
    /** Any place. */
    PLACE,
    /** A place to put things: not a person. */
    RECEPTACLE,
    /** A place that opens and closes. */
    CLOSABLE,
    /** A place with a surface that can be wiped. */
    SURFACE;

    /** Whether its values are kinds of objects, and not places. */
    public boolean isThing() {
      return this == KIND || this == STANDABLE || this == KNOWN;
    }
  }
}
