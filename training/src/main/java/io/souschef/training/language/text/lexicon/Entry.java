package io.souschef.training.language.text.lexicon;

import java.util.Set;

/** A word of the lexicon with what is true of it. */
public sealed interface Entry permits Noun, Spot {

  String name();

  Set<String> attributes();
}
