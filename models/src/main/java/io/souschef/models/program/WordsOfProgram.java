package io.souschef.models.program;

import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that a program may speak of: those of the robot, and those of the request itself. */
final class WordsOfProgram {

  private static final int LONGEST_SPAN = 3;

  /** Words that mean something in programs, and so are no names. */
  private static final Set<String> RESERVED =
      Set.of("any", "the", "same", "it", "near", "all", "each");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  private WordsOfProgram() {}

  /** What things may be called. */
  static List<String> names(String instruction, Vocabulary vocabulary) {
    Set<String> names = new LinkedHashSet<>();
    for (Vocabulary.Kind kind : vocabulary.kinds()) {
      names.add(kind.noun());
      names.addAll(kind.aliases());
    }
    names.addAll(spans(instruction));
    return new ArrayList<>(names);
  }

  /** What places may be called. */
  static List<String> places(String instruction, Vocabulary vocabulary) {
    Set<String> names = new LinkedHashSet<>();
    for (Place place : vocabulary.places()) {
      names.add(place.name());
      names.addAll(place.aliases());
    }
    names.add("user");
    names.addAll(spans(instruction));
    return new ArrayList<>(names);
  }

  /** Up to three words in a row, as said and, where that may be a plural, in the singular. */
  private static Set<String> spans(String instruction) {
    Set<String> spans = new LinkedHashSet<>();
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(instruction.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_SPAN); to++) {
        if (words.subList(from, to).stream().anyMatch(RESERVED::contains)) {
          break;
        }
        String span = String.join(" ", words.subList(from, to));
        spans.add(span);
        if (span.endsWith("ies")) {
          spans.add(span.substring(0, span.length() - 3) + "y");
        }
        if (span.endsWith("es")) {
          spans.add(span.substring(0, span.length() - 2));
        }
        if (span.endsWith("s")) {
          spans.add(span.substring(0, span.length() - 1));
        }
      }
    }
    return spans;
  }
}
