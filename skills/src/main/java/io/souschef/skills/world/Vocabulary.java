package io.souschef.skills.world;

import java.util.List;

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
   */
  public record Kind(String noun, String plural, boolean standable) {}
}
