package io.souschef.skills.policy;

import io.souschef.skills.policy.Deed.Shift;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule in the names of one robot. Empty sets stand for parts that the rule leaves out. Immutable.
 *
 * @param words what is told of it
 * @param parts the parts that it has
 * @param things names of kinds
 * @param to names of places
 * @param from names of places
 * @param at names of places
 * @param skills actions
 * @param times parts of the day
 */
record BoundRule(
    String words,
    Set<Part> parts,
    Set<String> things,
    Set<String> to,
    Set<String> from,
    Set<String> at,
    Set<String> skills,
    List<TimeSpan> times) {

  /** What a rule may be about. */
  enum Part {
    THINGS,
    TO,
    FROM,
    AT
  }

  /**
   * Whether it can be about a skill at all, before one looks at what the skill would do.
   *
   * @param kinds what the skill names and what is in the hand; none where it may be about anything
   */
  boolean concerns(String action, Optional<Set<String>> kinds, LocalTime now) {
    return (skills.isEmpty() || skills.contains(action))
        && (times.isEmpty() || times.stream().anyMatch(span -> span.contains(now)))
        && (!parts.contains(Part.THINGS)
            || kinds.map(some -> some.stream().anyMatch(things::contains)).orElse(true));
  }

  /** Its words, where it forbids what would be done. */
  Optional<String> objection(Deed deed) {
    if (parts.contains(Part.AT) && !deed.isAt(at)) {
      return Optional.empty();
    }
    if (parts.contains(Part.TO) && deed.shifts().stream().noneMatch(this::isForbiddenTo)) {
      return Optional.empty();
    }
    if (parts.contains(Part.FROM) && deed.shifts().stream().noneMatch(this::isForbiddenFrom)) {
      return Optional.empty();
    }
    return Optional.of(words);
  }

  private boolean isForbiddenTo(Shift shift) {
    return isThing(shift) && shift.to().includesAny(to);
  }

  private boolean isForbiddenFrom(Shift shift) {
    return isThing(shift) && shift.from().includesAny(from);
  }

  private boolean isThing(Shift shift) {
    return !parts.contains(Part.THINGS) || shift.kind().map(things::contains).orElse(true);
  }
}
