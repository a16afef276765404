package io.souschef.skills.effect.world;

import java.util.Set;

/**
 * What is so of places.
 *
 * @param open those whose door stands open
 * @param wiped those that were wiped
 * @param looked those that were looked into
 * @param full those that take nothing more
 */
record PlaceNotes(Set<String> open, Set<String> wiped, Set<String> looked, Set<String> full) {

  static final PlaceNotes NONE = new PlaceNotes(Set.of(), Set.of(), Set.of(), Set.of());

  PlaceNotes opened(String place, boolean isOpen) {
    return new PlaceNotes(
        isOpen ? Sets.with(open, place) : Sets.without(open, place), wiped, looked, full);
  }

  PlaceNotes wiped(String place) {
    return new PlaceNotes(open, Sets.with(wiped, place), looked, full);
  }

  PlaceNotes looked(String place) {
    return new PlaceNotes(open, wiped, Sets.with(looked, place), full);
  }

  PlaceNotes full(String place) {
    return new PlaceNotes(open, wiped, looked, Sets.with(full, place));
  }

  /** Something was taken from a place. */
  PlaceNotes roomAt(String place) {
    return new PlaceNotes(open, wiped, looked, Sets.without(full, place));
  }
}
