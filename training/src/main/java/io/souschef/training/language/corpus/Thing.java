package io.souschef.training.language.corpus;

import io.souschef.training.language.text.Noun;
import io.souschef.training.language.text.Spot;

/** One object of a laid-out scene: where it is, and whether the robot knows. */
final class Thing {

  final Noun noun;
  Spot place;
  boolean seen;

  Thing(Noun noun, Spot place, boolean seen) {
    this.noun = noun;
    this.place = place;
    this.seen = seen;
  }
}
