package io.souschef.skills.effect.world;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a {@link SymbolicWorld}. Immutable.
 *
 * @param id stable name of this individual: "coke-2"
 * @param kind noun without article: "coke"
 * @param where name of the place it is on or in; null when at none, or in the hand
 * @param known whether the robot has seen it
 * @param visible whether it is seen now
 * @param upright whether it stands, or cannot fall
 * @param delivered whether the robot itself put it where it is
 * @param fit whether the hand can take it
 * @param attributes what is true of it: "soda"; empty when nothing is known of its kind
 */
public record Thing(
    String id,
    String kind,
    @Nullable String where,
    boolean known,
    boolean visible,
    boolean upright,
    boolean delivered,
    Fit fit,
    Set<String> attributes) {

  /** Whether a hand can lift a thing. */
  public enum Fit {
    FITS,
    TOO_WIDE,
    TOO_HEAVY
  }

  public Optional<String> place() {
    return Optional.ofNullable(where);
  }

  public boolean isAt(String place) {
    return place.equals(where);
  }

  /** Whether it has an attribute; of what nothing is said about, anything may be true. */
  public boolean mayBe(String attribute) {
    return attributes.isEmpty() || attributes.contains(attribute);
  }

  /** The same at another place, or at none. */
  public Thing at(@Nullable String place) {
    return new Thing(id, kind, place, known, visible, upright, delivered, fit, attributes);
  }

  /** The same, seen. */
  public Thing seen(boolean now) {
    return known && visible == now
        ? this
        : new Thing(id, kind, where, true, now, upright, delivered, fit, attributes);
  }

  /** The same, standing or lying. */
  public Thing standing(boolean stands) {
    return new Thing(id, kind, where, known, visible, stands, delivered, fit, attributes);
  }

  /** The same, put where it is by the robot, or not. */
  public Thing delivered(boolean byRobot) {
    return new Thing(id, kind, where, known, visible, upright, byRobot, fit, attributes);
  }
}
