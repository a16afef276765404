package io.souschef.planner.program.script.library;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether words are known, and what they are. */
public final class WordCheck {

  /** What is a thing, whatever it is. */
  public static final String THING = "thing";

  private final Words words;

  public WordCheck(Words words) {
    this.words = words;
  }

  /** The words that are checked against. */
  public Words words() {
    return words;
  }

  /** As the robot writes it; the same where it is not known. */
  public String known(String word, Collection<String> among) {
    if (among.contains(word)) {
      return word;
    }
    String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return among.contains(plain) ? plain : word;
  }

  /** Whether it names things, and does not only describe them. */
  public boolean isNoun(String word) {
    return words.things().contains(known(word, words.things())) || !isAttribute(word);
  }

  /** Whether it names a place, and does not only describe one. */
  public boolean isPlaceName(String word) {
    return words.places().contains(known(word, words.places()))
        || !words.placeAttributes().contains(known(word, words.placeAttributes()));
  }

  private boolean isAttribute(String word) {
    return words.attributes().contains(known(word, words.attributes()));
  }

  /** Why a word cannot stand there; empty where it can. */
  public Optional<String> problem(Takes takes, String word) {
    boolean aboutPlaces = takes == Takes.PLACE || takes == Takes.PLACE_WORD;
    Set<String> names = aboutPlaces ? words.places() : words.things();
    Set<String> attributes = aboutPlaces ? words.placeAttributes() : words.attributes();
    if (names.contains(known(word, names))
        || attributes.contains(known(word, attributes))
        || (!aboutPlaces && word.equals(THING))) {
      return Optional.empty();
    }
    Set<String> others = aboutPlaces ? words.things() : words.places();
    if (others.contains(known(word, others))) {
      return Optional.of(
          "'%s' is a %s, and a %s is wanted here: write one"
              .formatted(word, aboutPlaces ? "thing" : "place", aboutPlaces ? "place" : "thing"));
    }
    Set<String> known = new TreeSet<>(names);
    known.addAll(attributes);
    String shown = word.length() > 40 ? word.substring(0, 40) + "..." : word;
    return Optional.of(
        "'%s' is no %s that this robot knows: %s"
            .formatted(shown, aboutPlaces ? "place" : "thing", Mend.of(word, known)));
  }
}
