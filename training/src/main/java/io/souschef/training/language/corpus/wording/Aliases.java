package io.souschef.training.language.corpus.wording;

import io.souschef.training.language.text.lexicon.Entry;
import io.souschef.training.language.text.lexicon.Noun;
import io.souschef.training.language.text.lexicon.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Other words for a noun or a place: the written ones, and those that follow from its packing. */
public final class Aliases {

  private Aliases() {}

  public static List<String> of(Entry entry) {
    if (entry instanceof Noun noun) {
      List<String> aliases = new ArrayList<>(noun.aliases());
      Set<String> attributes = noun.attributes();
      String name = noun.singular();
      for (String packing : List.of("can", "bottle", "bag", "box")) {
        if (attributes.contains(packing)
            && (attributes.contains("food") || attributes.contains("drink"))
            && !name.contains(packing)) {
          String stem = name.endsWith("s") && packing.equals("bag") ? singular(name) : name;
          aliases.add(stem + " " + packing);
          aliases.add(packing + " of " + name);
        }
      }
      return aliases;
    }
    return entry instanceof Spot spot ? spot.aliases() : List.of();
  }

  private static String singular(String name) {
    return name.substring(0, name.length() - 1);
  }
}
