package io.souschef.planner.program.script.library;

import io.souschef.skills.world.Vocabulary;
import java.util.Collection;
import java.util.Set;

/** The words that a program may use for things and places. Immutable. */
public interface Words {

  /** Nouns, plurals, other names and general names ("chips") of things. */
  Set<String> things();

  /** What may be true of things: "cold". */
  Set<String> attributes();

  /** Names, other names and general names ("drawer") of places. */
  Set<String> places();

  /** What may be true of places: "container". */
  Set<String> placeAttributes();

  /** All words of a robot. */
  static Words of(Vocabulary vocabulary) {
    return KnownWords.of(vocabulary);
  }

  /** These and words that somebody used, which may be of things or of places. */
  default Words and(Collection<String> spoken) {
    return new KnownWords(
        KnownWords.union(things(), spoken),
        attributes(),
        KnownWords.union(places(), spoken),
        placeAttributes());
  }
}
