package io.souschef.training.language.corpus.wording;

import io.souschef.training.language.text.lexicon.Constraint;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes up nouns and places that nobody knows ("blicket", "the dax shelf"), so that a model learns
 * to carry words over from the request letter by letter instead of knowing them.
 */
public final class Coinage {

  private static final List<String> ONSETS =
      List.of(
          "b", "bl", "br", "d", "dr", "f", "fl", "g", "gl", "gr", "j", "k", "kl", "l", "m", "n",
          "p", "pl", "r", "s", "sk", "sn", "st", "t", "tr", "v", "w", "z", "ch", "sh", "th");
  private static final List<String> VOWELS =
      List.of("a", "e", "i", "o", "u", "oo", "ee", "ai", "ou", "ea");
  private static final List<String> CODAS =
      List.of("", "", "b", "ck", "d", "ff", "g", "l", "m", "n", "p", "rt", "sk", "t", "x", "zz");
  private static final List<String> ENDINGS = List.of("", "", "er", "et", "le", "o", "y", "in");
  private static final List<String> QUALITIES =
      List.of("red", "blue", "small", "big", "old", "new", "wooden", "spare", "kids'", "striped");
  private static final List<String> THINGS =
      List.of("box", "jar", "can", "bar", "bag", "tool", "toy", "set", "stick", "cube", "snack");
  private static final List<String> FURNITURE =
      List.of("shelf", "table", "rack", "bench", "stand", "counter", "tray", "board", "corner");
  private static final List<String> STORAGE =
      List.of("box", "basket", "bin", "drawer", "cabinet", "locker", "chest", "bowl", "crate");

  private final RandomGenerator random;

  public Coinage(RandomGenerator random) {
    this.random = random;
  }

  /** A noun that is all that a constraint asks for. */
  Noun noun(Constraint constraint) {
    String word =
        switch (random.nextInt(6)) {
          case 0 -> Choose.one(QUALITIES, random) + " " + word();
          case 1 -> word() + " " + Choose.one(THINGS, random);
          default -> word();
        };
    return new Noun(
        word, word + (word.endsWith("s") ? "es" : "s"), constraint.required(), List.of());
  }

  /** A place that is all that a constraint asks for. */
  Spot place(Constraint constraint) {
    boolean inside =
        constraint.required().contains("container")
            || constraint.required().contains("opens")
            || random.nextInt(3) == 0;
    String word = word() + " " + Choose.one(inside ? STORAGE : FURNITURE, random);
    return new Spot(
        random.nextInt(5) == 0 ? word() : word,
        inside ? "in" : "on",
        constraint.required(),
        List.of());
  }

  private String word() {
    StringBuilder word = new StringBuilder(syllable());
    if (random.nextInt(3) > 0) {
      word.append(syllable());
    }
    return word.append(Choose.one(ENDINGS, random)).toString();
  }

  private String syllable() {
    return Choose.one(ONSETS, random) + Choose.one(VOWELS, random) + Choose.one(CODAS, random);
  }
}
