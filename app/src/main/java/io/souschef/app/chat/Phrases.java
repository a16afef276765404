package io.souschef.app.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes what is being typed: things and places of several words wherever they begin, whole
 * skills and commands at the start of the line.
 */
public final class Phrases implements Completer {

  private final List<String> anywhere;
  private final List<String> atStart;

  /**
   * What can be completed.
   *
   * @param anywhere things and places
   * @param atStart skills and commands
   */
  public Phrases(List<String> anywhere, List<String> atStart) {
    this.anywhere = List.copyOf(anywhere);
    this.atStart = List.copyOf(atStart);
  }

  /** What the last word of a line may become, blanks within, in alphabetical order. */
  List<String> endings(String line) {
    String typed = line.stripLeading();
    List<String> words = Arrays.asList(typed.split(" +", -1));
    TreeSet<String> endings = new TreeSet<>();
    // The longest part that begins something: after "rice c" come chips, and no coke.
    for (int from = 0; from < words.size() && endings.isEmpty(); from++) {
      String before = String.join(" ", words.subList(from, words.size()));
      int kept = before.lastIndexOf(' ') + 1;
      if (!before.isBlank()) {
        List<String> phrases = new ArrayList<>(anywhere);
        if (from == 0) {
          phrases.addAll(atStart);
        }
        phrases.stream()
            .filter(phrase -> lower(phrase).startsWith(lower(before)))
            .forEach(phrase -> endings.add(phrase.substring(kept)));
      }
    }
    return List.copyOf(endings);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    endings(line.line().substring(0, line.cursor()))
        .forEach(ending -> candidates.add(new Candidate(ending)));
  }
}
