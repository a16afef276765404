package io.souschef.skills;

import java.util.Map;

/**
 * A skill before its arguments are bound.
 *
 * @param action what a robot runs, lower snake case
 * @param text wording with slots: "pick up {the object}", "find {a object}", "put {the object} {in
 *     the place}"
 * @param arguments argument name to its type, in the order of the file
 */
public record SkillTemplate(String action, String text, Map<String, ArgumentType> arguments) {

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
    SURFACE
  }
}
