package io.souschef.planner.program;

import io.souschef.skills.world.Attributes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which things are meant, in words.
 *
 * @param reference how they are pointed at
 * @param noun the words for them, as said; empty for a description by attributes alone
 * @param required what must be true of them
 * @param forbidden what must not
 * @param except nouns of what is not meant
 * @param differs whether it must be of another kind than what was spoken of before
 * @param at where they are
 * @param notAt whether they are anywhere but there
 */
public record Things(
    Reference reference,
    Optional<String> noun,
    Set<String> required,
    Set<String> forbidden,
    List<String> except,
    boolean differs,
    Optional<PlaceWords> at,
    boolean notAt) {

  public Things {
    required = Set.copyOf(required);
    forbidden = Set.copyOf(forbidden);
    except = List.copyOf(except);
  }

  /** Ways to point at things. */
  public enum Reference {
    /** By name: "coke". */
    NAMED,
    /** Any that the description fits. */
    ANY,
    /** One in particular that the speaker has in mind. */
    THE,
    /** What was spoken of before. */
    SAME,
    /** What is in the hand. */
    IT
  }

  /** Things of one name, wherever they are. */
  public static Things named(String noun) {
    return new Things(
        Reference.NAMED,
        Optional.of(noun),
        Set.of(),
        Set.of(),
        List.of(),
        false,
        Optional.empty(),
        false);
  }

  /** Those of one kind among them. */
  public Things narrowedTo(String kind) {
    return new Things(
        Reference.NAMED, Optional.of(kind), required, forbidden, List.of(), false, at, notAt);
  }

  /** Words for people: "coke", "cold drink". */
  public String words() {
    if (reference == Reference.IT) {
      return "thing in the hand";
    }
    if (noun.isPresent()) {
      return noun.get();
    }
    return required.isEmpty()
        ? "thing"
        : required.stream()
            .sorted(
                // What a thing is called comes last: "cold drink".
                Comparator.<String>comparingInt(w -> Attributes.SORTS.contains(w) ? 1 : 0)
                    .thenComparing(w -> w))
            .collect(Collectors.joining(" "));
  }
}
