package io.souschef.training.language.corpus.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Slips of fingers and of speech recognisers: several in one sentence, if it comes to that. */
public final class Slips {

  private static final double ONE = 0.1;
  private static final double SOME = 0.07;
  private static final double MANY = 0.03;
  private static final double UNPUNCTUATED = 0.06;
  private static final double GLUED = 0.02;
  private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

  private final RandomGenerator random;

  public Slips(RandomGenerator random) {
    this.random = random;
  }

  /** The words as they may come in. */
  public String vary(String said) {
    String words = said;
    double draw = random.nextDouble();
    if (draw < ONE) {
      words = slip(words, 1);
    } else if (draw < ONE + SOME) {
      words = slip(words, 2 + random.nextInt(2));
    } else if (draw < ONE + SOME + MANY) {
      words = slip(words, 2 + words.length() / 9);
    }
    double form = random.nextDouble();
    if (form < UNPUNCTUATED) {
      words = words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]", "").strip();
    } else if (form < UNPUNCTUATED + GLUED) {
      words = glued(words);
    }
    return words.isBlank() ? said : words;
  }

  /** Two words or, in a short request, all of them run into each other. */
  private String glued(String said) {
    List<String> words = new ArrayList<>(Arrays.asList(said.split(" ")));
    if (words.size() <= 5 && random.nextBoolean()) {
      return String.join("", words);
    }
    if (words.size() < 2) {
      return said;
    }
    int at = random.nextInt(words.size() - 1);
    words.set(at, words.get(at) + words.remove(at + 1));
    return String.join(" ", words);
  }

  private String slip(String said, int count) {
    StringBuilder words = new StringBuilder(said);
    for (int i = 0; i < count && words.length() > 3; i++) {
      int at = random.nextInt(words.length() - 1);
      char here = words.charAt(at);
      if (!Character.isLetter(here)) {
        continue;
      }
      switch (random.nextInt(5)) {
        case 0 -> words.deleteCharAt(at);
        case 1 -> words.insert(at, here);
        case 2 -> words.setCharAt(at, neighbour(here));
        case 3 -> words.insert(at, neighbour(here));
        default -> {
          char next = words.charAt(at + 1);
          if (Character.isLetter(next)) {
            words.setCharAt(at, next);
            words.setCharAt(at + 1, here);
          }
        }
      }
    }
    return words.toString();
  }

  /** A key beside the one that was meant. */
  private char neighbour(char letter) {
    for (String row : KEYS) {
      int at = row.indexOf(Character.toLowerCase(letter));
      if (at >= 0) {
        return row.charAt(
            Math.max(0, Math.min(row.length() - 1, at + (random.nextBoolean() ? 1 : -1))));
      }
    }
    return letter;
  }
}
