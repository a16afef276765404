package io.souschef.skills.world;

import java.util.List;

/**
 * The words a robot has for its surroundings: what skills are grounded over.
 *
 * @param kinds nouns of objects it can recognise, whether or not one is there: "coke"
 * @param places places it can drive to
 */
public record Vocabulary(List<Kind> kinds, List<Place> places) {

  public Vocabulary {
    kinds = List.copyOf(kinds);
    places = List.copyOf(places);
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
