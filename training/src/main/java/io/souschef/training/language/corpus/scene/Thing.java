package io.souschef.training.language.corpus.scene;

import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;

/** One object of a laid-out scene: where it is, and whether the robot knows. */
public final class Thing {

  public final Noun noun;
  public Spot place;
  public boolean seen;

  public Thing(Noun noun, Spot place, boolean seen) {
    this.noun = noun;
    this.place = place;
    this.seen = seen;
  }
}
