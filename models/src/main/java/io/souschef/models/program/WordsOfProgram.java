package io.souschef.models.program;

import io.souschef.planner.belief.Names;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words that a program may speak of: those of the robot, and those of the request itself. */
final class WordsOfProgram {

  private static final int LONGEST_SPAN = 3;

  /** Words that mean something in programs, and so stand in no name. */
  private static final Set<String> RESERVED =
      Set.of("any", "the", "same", "it", "near", "all", "each", "different", "thing");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

  /** What is read as a number of things where a name begins with it. */
  private static final Pattern AMOUNT = Pattern.compile("[1-9]");

  private WordsOfProgram() {}

  /** What things may be called. */
  static List<String> names(String instruction, Vocabulary vocabulary) {
    Set<String> names = new LinkedHashSet<>();
    for (Vocabulary.Kind kind : vocabulary.kinds()) {
      add(names, kind.noun());
      kind.aliases().forEach(alias -> add(names, alias));
    }
    new Names(vocabulary).alsoCalled().forEach(name -> add(names, name));
    names.addAll(spans(instruction));
    return new ArrayList<>(names);
  }

  /** What places may be called. */
  static List<String> places(String instruction, Vocabulary vocabulary) {
    Set<String> names = new LinkedHashSet<>();
    for (Place place : vocabulary.places()) {
      add(names, place.name());
      for (String alias : place.aliases()) {
        // Behind a sign that wants a place, "near" begins a name.
        if (alias.startsWith("near ") && isName(words(alias.substring(5)))) {
          names.add(alias);
        }
        add(names, alias);
      }
    }
    new Names(vocabulary).placesAlsoCalled().forEach(name -> add(names, name));
    names.add("user");
    names.addAll(spans(instruction));
    return new ArrayList<>(names);
  }

  /**
   * Adds a name in plain words: "coca cola" for "Coca-Cola", since a dash is a sign in programs.
   */
  private static void add(Set<String> names, String name) {
    List<String> words = words(name);
    if (isName(words)) {
      names.add(String.join(" ", words));
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  /** Whether these words can be read back as a name and as nothing else. */
  private static boolean isName(List<String> words) {
    return !words.isEmpty()
        && !AMOUNT.matcher(words.get(0)).matches()
        && words.stream().noneMatch(RESERVED::contains);
  }

  /** Up to three words in a row, as said and, where that may be a plural, in the singular. */
  private static Set<String> spans(String instruction) {
    Set<String> spans = new LinkedHashSet<>();
    List<String> words = words(instruction);
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + LONGEST_SPAN); to++) {
        if (!isName(words.subList(from, to))) {
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
    spans.removeIf(span -> !isName(words(span)));
    return spans;
  }
}
