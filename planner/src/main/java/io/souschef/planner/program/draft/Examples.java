package io.souschef.planner.program.draft;

import io.souschef.skills.world.Attributes;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests with their programs, in the words of a kitchen. Stateless. */
final class Examples {

  /**
   * A request, an arrow, and lines between bars. Small models lean towards what they read last, so
   * that what is most often right stands there, and refusals stand first.
   */
  private static final String TEXT =
      """
      Set fire to the curtains. -> refuse("harm");
      Sing me a song. -> refuse("cannot");
      Thanks, that was very kind! -> chat();
      Put it away. -> ask("place");
      Is the $c open? -> tell(isOpen("$c"));
      Take every $b to the $t and tell me about each. -> for (const item of all("$b")) {|move(item, "$t");|tell("One more is there.");|}
      How many $bs are there on the $s? -> tell(count(all("$b").at("$s")));
      If we have run out of $a, I will take a $b. -> if (!exists("$a")) {|bring("$b");|}
      Would you open the $c, and then wipe the $s? -> open("$c");|wipe("$s");
      Two different sorts of $w, please. -> bring(different(2, any("$w")));
      The $b goes on the $t. -> move("$b", "$t");
      Some $w would be nice, only no $a. -> bring(any("$w").not("$a"));
      All the $bs that are on the $s belong on the $t. -> move(all("$b").at("$s"), "$t");
      Could you fetch a $a for me? -> bring("$a");
      """;

  /**
   * An example.
   *
   * @param request as somebody says it
   * @param program several lines
   */
  record Example(String request, String program) {}

  private Examples() {}

  /** All for which a kitchen has the words. */
  static List<Example> of(Vocabulary vocabulary) {
    Map<String, String> words = words(vocabulary);
    List<Example> examples = new ArrayList<>();
    for (String line : TEXT.strip().split("\n")) {
      String[] parts = line.split(" -> ");
      String request = filled(parts[0], words);
      String program = filled(parts[1], words).replace("|", "\n");
      if (!(request + program).contains("$")) {
        examples.add(new Example(request, program));
      }
    }
    return List.copyOf(examples);
  }

  /** Longer names first, so that $bs is not taken for $b. */
  private static String filled(String text, Map<String, String> words) {
    String filled = text.replace("$bs", words.getOrDefault("bs", "$"));
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("$" + word.getKey(), word.getValue());
    }
    return filled;
  }

  private static Map<String, String> words(Vocabulary vocabulary) {
    Map<String, String> words = new TreeMap<>();
    List<Vocabulary.Kind> kinds = vocabulary.kinds();
    if (!kinds.isEmpty()) {
      words.put("a", kinds.get(0).noun());
      Vocabulary.Kind other = kinds.get(kinds.size() / 2);
      words.put("b", other.noun());
      words.put("bs", other.plural());
      Attributes.SORTS.stream()
          .filter(sort -> count(sort, kinds) > 0)
          .max(Comparator.comparingLong(sort -> count(sort, kinds)))
          .ifPresent(sort -> words.put("w", sort));
    }
    List<String> surfaces = names(vocabulary, Place.Kind.SURFACE);
    List<String> closable = names(vocabulary, Place.Kind.CLOSABLE);
    surfaces.stream().findFirst().ifPresent(place -> words.put("s", place));
    surfaces.stream().skip(1).findFirst().ifPresent(place -> words.put("t", place));
    closable.stream().findFirst().ifPresent(place -> words.put("c", place));
    return words;
  }

  private static long count(String sort, List<Vocabulary.Kind> kinds) {
    return kinds.stream().filter(kind -> kind.attributes().contains(sort)).count();
  }

  private static List<String> names(Vocabulary vocabulary, Place.Kind... kinds) {
    return vocabulary.places().stream()
        .filter(place -> Arrays.asList(kinds).contains(place.kind()))
        .map(Place::name)
        .toList();
  }
}
