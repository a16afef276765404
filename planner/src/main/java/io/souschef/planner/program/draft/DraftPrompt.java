package io.souschef.planner.program.draft;

import io.souschef.planner.program.script.library.Language;
import io.souschef.planner.program.script.library.Signature;
import io.souschef.planner.program.script.library.SkillFunctions;
import io.souschef.planner.program.script.library.Takes;
import io.souschef.planner.program.script.syntax.Problem;
import io.souschef.skills.SkillLibrary;
import io.souschef.skills.world.Place;
import io.souschef.skills.world.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a model that was not trained for it is told: the language in short, the kitchen's words,
 * examples, and the request last, so that all before it is read once. Immutable.
 */
final class DraftPrompt {

  /** The line behind a program. */
  static final String END = "// end";

  /** What stands before the next request. */
  static final String REQUEST = "\nRequest:";

  private static final int MOST_PROBLEMS = 5;
  private static final int LONGEST_REQUEST = 2_000;

  private static final String LANGUAGE =
      """
      A robot in a kitchen does what a program says. A program is a small part of JavaScript, and nothing else exists.

      Things are "noun", any("word"), one("noun"), the("noun"), held() or same(), with .at(place), .notAt(place), .with("word"), .without("word"), .not("noun") behind them; several are all(things), each(things), some(3, things), different(2, things).
      A place is "name", place("word") for any that fits, or spot("name").with("word").
      """;

  private static final String AROUND =
      """
      Around them: if (...) { } else { }; for (const item of things) { }; try { } catch { }; assert(condition, () => { }); !condition; count(things) >= 2.
      What would harm is refuse("harm"), what no robot in a kitchen can do is refuse("cannot"), and where a thing or a place is not clear it is ask("thing") or ask("place").
      """;

  private final String head;

  private DraftPrompt(String head) {
    this.head = head;
  }

  static DraftPrompt of(SkillLibrary library, Vocabulary vocabulary) {
    List<String> lines = new ArrayList<>();
    lines.add(LANGUAGE.strip());
    lines.add("Acts: " + calls(Language.ACTS) + ".");
    lines.add("Questions: " + calls(Language.QUERIES) + ".");
    lines.add("Words: " + calls(Language.WORDS) + ".");
    SkillFunctions skills = new SkillFunctions(library, vocabulary);
    lines.add(
        "Skills as they are: "
            + skills.names().stream()
                .flatMap(name -> skills.template(name).stream())
                .map(skills::example)
                .collect(Collectors.joining(", "))
            + ".");
    lines.add(AROUND.strip());
    lines.add("");
    lines.add("Nouns here: " + list(vocabulary.kinds().stream().map(k -> k.noun()).toList()));
    TreeSet<String> words = new TreeSet<>();
    vocabulary.kinds().forEach(kind -> words.addAll(kind.attributes()));
    lines.add("Words for things: " + list(words));
    lines.add("Places: " + list(vocabulary.places().stream().map(Place::name).toList()));
    TreeSet<String> placeWords = new TreeSet<>();
    vocabulary.places().forEach(place -> placeWords.addAll(place.attributes()));
    lines.add("Words for places: " + list(placeWords));
    StringBuilder head = new StringBuilder(String.join("\n", lines)).append('\n');
    for (Examples.Example example : Examples.of(vocabulary)) {
      head.append(asked(example.request())).append(example.program()).append('\n');
      head.append(END).append('\n');
    }
    return new DraftPrompt(head.toString());
  }

  /** A request for which a program is wanted. */
  String of(String request) {
    return head + asked(request);
  }

  /** The same after a program with mistakes. */
  String after(String prompt, String source, List<Problem> problems) {
    return prompt
        + source
        + "\n"
        + END
        + "\nMistakes:\n"
        + problems.stream()
            .limit(MOST_PROBLEMS)
            .map(Problem::toString)
            .collect(Collectors.joining("\n"))
        + "\nProgram without these mistakes:\n";
  }

  /** The same after a program that did not come to what was wanted. */
  String after(String prompt, String source, String failure, String world) {
    return prompt
        + source
        + "\n"
        + END
        + "\nThis failed: "
        + failure
        + "\nThis is so now:\n"
        + world
        + "\nAnother program for what is left to do:\n";
  }

  private static String asked(String request) {
    // One line, so that no request can look like a prompt of ours.
    String line = request.replaceAll("\\s+", " ").strip();
    String cut = line.length() > LONGEST_REQUEST ? line.substring(0, LONGEST_REQUEST) : line;
    return REQUEST + " " + cut + "\nProgram:\n";
  }

  private static String calls(Map<String, Signature> functions) {
    return new TreeMap<>(functions)
        .values().stream()
            .map(
                function ->
                    function.parameters().stream()
                        .filter(parameter -> parameter.count() != Signature.Count.ANY_NUMBER)
                        .map(parameter -> name(parameter.takes()))
                        .collect(Collectors.joining(", ", function.name() + "(", ")")))
            .collect(Collectors.joining(", "));
  }

  private static String name(Takes takes) {
    return takes.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String list(Iterable<String> words) {
    return String.join(", ", words) + ".";
  }
}
