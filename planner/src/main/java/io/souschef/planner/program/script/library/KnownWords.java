package io.souschef.planner.program.script.library;

import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Words in lists, in alphabetical order. */
record KnownWords(
    Set<String> things, Set<String> attributes, Set<String> places, Set<String> placeAttributes)
    implements Words {

  KnownWords {
    things = sorted(things);
    attributes = sorted(attributes);
    places = sorted(places);
    placeAttributes = sorted(placeAttributes);
  }

  static KnownWords of(Vocabulary vocabulary) {
    Set<String> things = new TreeSet<>(vocabulary.marks());
    Set<String> attributes = new TreeSet<>();
    for (Vocabulary.Kind kind : vocabulary.kinds()) {
      things.add(kind.plural());
      names(kind.noun(), kind.aliases(), things);
      attributes.addAll(kind.attributes());
    }
    Set<String> places = new TreeSet<>();
    Set<String> placeAttributes = new TreeSet<>();
    for (Place place : vocabulary.places()) {
      names(place.name(), place.aliases(), places);
      placeAttributes.addAll(place.attributes());
    }
    return new KnownWords(things, attributes, places, placeAttributes);
  }

  /** A name, what else it is called, and what it is in general: the last word of the name. */
  private static void names(String name, List<String> aliases, Set<String> to) {
    to.add(name);
    to.addAll(aliases);
    to.add(name.substring(name.lastIndexOf(' ') + 1));
  }

  static Set<String> union(Set<String> words, Collection<String> more) {
    Set<String> union = new TreeSet<>(words);
    union.addAll(more);
    return union;
  }

  private static Set<String> sorted(Set<String> words) {
    return Collections.unmodifiableSet(new TreeSet<>(words));
  }
}
