package io.souschef.skills.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.souschef.skills.text.Article;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words a robot has for its surroundings: what skills are grounded over.
 *
 * @param kinds nouns of objects it can recognise, whether or not one is there: "coke"
 * @param places places it can drive to
 * @param marks nouns of what it can see but never take, "spill": they stand in observations, and no
 *     skill is about them
 */
public record Vocabulary(List<Kind> kinds, List<Place> places, List<String> marks) {

  public Vocabulary {
    kinds = List.copyOf(kinds);
    places = List.copyOf(places);
    marks = List.copyOf(marks);
  }

  /** The words of a robot that sees nothing but what it could take. */
  public Vocabulary(List<Kind> kinds, List<Place> places) {
    this(kinds, places, List.of());
  }

  /**
   * A kind of object.
   *
   * @param noun singular, without article
   * @param plural plural noun
   * @param standable whether it makes sense to stand it upright or to knock it over
   * @param attributes what is true of it: "drink", "cold"; empty when nothing is known
   * @param aliases other words people use for it: "cola"
   */
  public record Kind(
      String noun,
      String plural,
      boolean standable,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> attributes,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> aliases) {

    public Kind {
      attributes = Words.attributes(attributes);
      aliases = Words.aliases(aliases);
    }

    /** Whether it has an attribute; where nothing is said about it, anything may be true. */
    public boolean mayBe(String attribute) {
      return attributes.isEmpty() || attributes.contains(attribute);
    }

    /** "an apple", "a coke"; "some rice chips" where singular and plural are one. */
    public String indefinite() {
      return noun.equals(plural) ? "some " + noun : Article.with(noun);
    }

    /** A kind of which no more is known. */
    public Kind(String noun, String plural, boolean standable) {
      this(noun, plural, standable, Set.of(), List.of());
    }
  }

  /** The kind with this noun. */
  public Optional<Kind> kind(String noun) {
    return kinds.stream().filter(kind -> kind.noun().equals(noun)).findFirst();
  }

  /** The place with this name. */
  public Optional<Place> place(String name) {
    return places.stream().filter(place -> place.name().equals(name)).findFirst();
  }
}
