package io.souschef.training.language.corpus.wording;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Varies how an instruction is said without changing what it asks: politeness, casing, slips. */
public final class Speech {

  private static final Set<String> IMPERATIVES =
      Set.of(
          "bring",
          "get",
          "fetch",
          "grab",
          "hand",
          "pass",
          "give",
          "take",
          "put",
          "move",
          "carry",
          "place",
          "set",
          "throw",
          "toss",
          "trash",
          "discard",
          "dispose",
          "bin",
          "recycle",
          "compost",
          "go",
          "drive",
          "walk",
          "head",
          "visit",
          "open",
          "close",
          "shut",
          "wipe",
          "clean",
          "pick",
          "lift",
          "hold",
          "find",
          "locate",
          "look",
          "search",
          "stow",
          "store",
          "return",
          "deliver",
          "restock",
          "drop",
          "release",
          "stand",
          "knock",
          "tip",
          "push",
          "collect",
          "clear",
          "tidy",
          "leave",
          "show",
          "park",
          "roll",
          "navigate",
          "transport",
          "transfer",
          "relocate",
          "swap",
          "empty",
          "fill",
          "seek",
          "serve");
  private static final List<String> REQUESTS =
      List.of(
          "could you",
          "can you",
          "would you",
          "will you",
          "please",
          "hey robot,",
          "robot,",
          "i need you to",
          "i'd like you to",
          "i want you to",
          "would you mind if i asked you to",
          "would you please",
          "could you please",
          "can you please",
          "be so kind and",
          "now",
          "kindly",
          "go ahead and",
          "your task:",
          "next,");
  private static final List<String> OPENINGS =
      List.of("hey,", "hi robot,", "ok so", "um,", "excuse me,", "listen,", "hello,", "robot:");
  private static final List<String> CLOSINGS =
      List.of(", please", " please", ", thanks", ", thank you", " thx", ", would you", "!", ".");

  private final RandomGenerator random;

  public Speech(RandomGenerator random) {
    this.random = random;
  }

  public String vary(String instruction) {
    String said = instruction;
    String first = said.split("[\\s,]+", 2)[0].toLowerCase(Locale.ROOT);
    if (IMPERATIVES.contains(first)) {
      said = polite(said);
    } else if (Choose.chance(0.06, random)) {
      said = Choose.one(OPENINGS, random) + " " + said;
    }
    if (Choose.chance(0.05, random)) {
      said = slip(said);
    }
    return switch (random.nextInt(6)) {
      case 0 -> said.toLowerCase(Locale.ROOT);
      case 1 -> capital(said);
      default -> said;
    };
  }

  private String polite(String said) {
    double draw = random.nextDouble();
    if (draw < 0.22) {
      return "how would you " + bare(said) + (random.nextBoolean() ? "?" : "");
    }
    if (draw < 0.5) {
      String request = Choose.one(REQUESTS, random);
      boolean asks = request.matches("(could|can|would|will) you.*");
      return request + " " + bare(said) + (asks && random.nextBoolean() ? "?" : "");
    }
    return draw < 0.6 && !said.matches(".*[.!?]$") ? said + Choose.one(CLOSINGS, random) : said;
  }

  private static String bare(String said) {
    return said.substring(0, 1).toLowerCase(Locale.ROOT)
        + said.substring(1).replaceAll("[.!?]+$", "");
  }

  /** One slip of the fingers: a letter lost, doubled or swapped with its neighbour. */
  private String slip(String said) {
    int at = random.nextInt(said.length());
    if (at + 1 >= said.length()
        || !Character.isLetter(said.charAt(at))
        || !Character.isLetter(said.charAt(at + 1))) {
      return said;
    }
    String before = said.substring(0, at);
    char here = said.charAt(at);
    String after = said.substring(at + 1);
    return switch (random.nextInt(3)) {
      case 0 -> before + after;
      case 1 -> before + here + here + after;
      default -> before + after.charAt(0) + here + after.substring(1);
    };
  }

  private static String capital(String said) {
    return said.substring(0, 1).toUpperCase(Locale.ROOT) + said.substring(1);
  }
}
