package io.souschef.planner.program.script.library;

import io.souschef.skills.text.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** "Did you mean ...?" */
public final class Mend {

  private static final int LONGEST = 60;
  private static final int SHOWN = 8;

  private Mend() {}

  /** The mend for a word that is none of these. */
  public static String of(String word, Collection<String> known) {
    Optional<String> nearest = nearest(word, known);
    if (nearest.isPresent()) {
      return "did you mean '%s'?".formatted(nearest.get());
    }
    if (known.isEmpty()) {
      return "none are known";
    }
    List<String> some = new ArrayList<>(new TreeSet<>(known));
    return some.size() <= SHOWN
        ? "known are " + String.join(", ", some)
        : "known are %s and %s more"
            .formatted(String.join(", ", some.subList(0, SHOWN)), some.size() - SHOWN);
  }

  /** The known word that is only a slip or two away; hostile texts are not compared. */
  private static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> plain(candidate).equals(plain(word)))
        .findFirst()
        .or(() -> Suggestion.nearest(word, known));
  }

  /** pickUp, pick_up and "pick up" are one word; articles are left out. */
  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replaceFirst("^(the|an|a) ", "")
        .replace("_", "")
        .replace(" ", "");
  }
}
